package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How frameworks of one kind speak of a request that they refuse. */
interface Family {
    /** What a refusal says that has their shape; nothing if it has another. */
    List<Complaint> read(JsonNode body);
}
