package io.contractcheck.testcase;

/** What a case wants to be, and why it exists. */
public sealed interface Intent {
    /** Why the case exists, for people. */
    String description();

    /** All of the case is valid by the document. */
    record Positive(String description) implements Intent {}

    /** Exactly one thing is wrong. */
    record Negative(Mutation mutation) implements Intent {
        @Override
        public String description() {
            return mutation.description();
        }
    }
}
