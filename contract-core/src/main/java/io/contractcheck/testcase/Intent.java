package io.contractcheck.testcase;

/** What a case wants to be, and why it exists. */
public sealed interface Intent {
    /** Why the case exists, for people. */
    String description();

    /** What is out of the ordinary in it. */
    Focus focus();

    /** All of the case is valid by the document. */
    record Positive(String description, Focus focus) implements Intent {
        /** Of drawn values. */
        public Positive(String description) {
            this(description, Focus.ANYWHERE);
        }
    }

    /** Exactly one thing is wrong. */
    record Negative(Mutation mutation, Focus focus) implements Intent {
        /** Among drawn values. */
        public Negative(Mutation mutation) {
            this(mutation, Focus.ANYWHERE);
        }

        /** In a case that is plain but for it. */
        public static Negative alone(Mutation mutation) {
            return new Negative(mutation, new Focus.At(mutation.location(), mutation.parameter(), mutation.pointer()));
        }

        @Override
        public String description() {
            return mutation.description();
        }
    }
}
