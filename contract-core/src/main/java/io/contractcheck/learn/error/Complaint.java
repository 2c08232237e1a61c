package io.contractcheck.learn.error;

import java.util.List;

/**
 * One thing that a service says was wrong with a request.
 *
 * @param where it says it was
 * @param claims what it says must hold there, all of it
 * @param words in which it says so
 */
public record Complaint(Where where, List<Claim> claims, String words) {
    public Complaint {
        claims = List.copyOf(claims);
    }
}
