package io.contractcheck.learn;

/** A file of what is known cannot be used; the message names the file and the place in it. */
public final class KnowledgeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KnowledgeException(String message) {
        super(message);
    }
}
