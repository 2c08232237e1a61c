package io.contractcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.contractcheck.event.RunSummary;
import java.util.List;

/** Summaries without what differs from one run to the next whatever is sent. */
final class Timeless {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .build();

    private Timeless() {}

    /** Without times, the number of workers, and how often hooks and credentials were used, which a merge adds up as shards did. */
    static String of(RunSummary run) {
        JsonNode tree = MAPPER.valueToTree(run);
        strip(tree, List.of("elapsed", "at", "workers", "throttled"));
        tree.get("hooks").forEach(hook -> strip(hook, List.of("calls", "applied")));
        tree.get("credentials").forEach(credential -> strip(credential, List.of("requests")));
        return tree.toPrettyString();
    }

    private static void strip(JsonNode node, List<String> names) {
        if (node instanceof ObjectNode object) {
            object.remove(names);
        }
        node.forEach(inner -> strip(inner, names));
    }
}
