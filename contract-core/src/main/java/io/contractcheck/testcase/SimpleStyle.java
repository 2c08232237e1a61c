package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code a,b}, and for objects {@code k,v,k,v}, exploded {@code k=v,k=v} (RFC 6570, section 3.2.2). */
record SimpleStyle(Delimited text) implements PathStyle {
    @Override
    public String write(JsonNode value) {
        if (value.isObject() && value.isEmpty()) {
            throw new UnwritableException("an empty object has no form here");
        }
        return text.write(value);
    }

    @Override
    public Raw read(String raw) {
        return text.read(raw);
    }
}
