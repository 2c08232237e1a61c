package io.contractcheck.check;

import java.util.List;

/**
 * Where in a request the cause of a failure may lie, kept where the answer does not tell.
 *
 * @param words the cause without the place
 * @param sure whether it lies there and nowhere else, as the rest of the request is as plain as can be
 * @param places for sure: one, or none if nothing about the request was special; else each place that it may be, or none for any
 */
public record Clue(String words, boolean sure, List<String> places) {
    public Clue {
        places = List.copyOf(places);
    }
}
