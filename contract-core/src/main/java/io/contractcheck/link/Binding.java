package io.contractcheck.link;

/** A value that goes from one call to another. */
public record Binding(Target target, Source source) {
    /** In a line, as {@code path.id = $response.body#/id}. */
    public String describe() {
        return target.describe() + " = " + source.expression();
    }
}
