package com.example.bookshop.api;

import java.util.UUID;

/** Answered with 404. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String what, UUID id) {
        super("No " + what + " has the id " + id + ".");
    }
}
