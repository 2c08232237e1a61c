package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What was read from a request before a schema gives it types: decoded texts in the structure that the writing shows. */
sealed interface Raw {
    /** A text that may be a string, or a number, a truth value, null, or JSON, if the schema says so. */
    record Text(String text) implements Raw {}

    /** Items in order. */
    record Items(List<Raw> items) implements Raw {}

    /** Members by name, in order. */
    record Members(Map<String, Raw> members) implements Raw {}

    /** A value whose writing has types, such as JSON. */
    record Value(JsonNode value) implements Raw {}

    /** A writing that can mean several things; the schema decides, and of those it accepts the first. */
    record Either(List<Raw> readings) implements Raw {}
}
