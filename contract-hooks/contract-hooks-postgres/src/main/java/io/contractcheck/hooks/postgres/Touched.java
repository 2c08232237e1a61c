package io.contractcheck.hooks.postgres;

/**
 * A statement of a committed transaction that wrote to a table, or may have: it may have met no row.
 *
 * @param number in the order in which statements wrote
 * @param transaction its number at the server
 * @param table its object number, also of the parent through which rows of a partition were written
 * @param operation INSERT, UPDATE, DELETE or TRUNCATE
 */
record Touched(long number, long transaction, long table, String operation) {}
