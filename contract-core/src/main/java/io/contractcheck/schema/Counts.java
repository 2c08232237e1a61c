package io.contractcheck.schema;

/** Numbers of things: read from a schema, and said in a message. */
final class Counts {
    private Counts() {}

    static int of(Compiler.Part part) {
        Integer count = Shape.count(part.value());
        if (count == null) {
            throw new IllegalArgumentException(part.name() + " is no count: " + part.value());
        }
        return count;
    }

    static String of(int count, String thing) {
        String things = thing.endsWith("y") ? thing.substring(0, thing.length() - 1) + "ies" : thing + "s";
        return count + " " + (count == 1 ? thing : things);
    }
}
