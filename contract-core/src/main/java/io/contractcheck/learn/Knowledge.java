package io.contractcheck.learn;

/** What is known of a service beyond its document. Immutable. */
public record Knowledge() {
    /** Nothing. */
    public static final Knowledge NONE = new Knowledge();
}
