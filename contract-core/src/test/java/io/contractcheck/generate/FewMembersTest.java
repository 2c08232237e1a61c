package io.contractcheck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class FewMembersTest {
    private static final int STEPS = 200;

    @RepeatedTest(40)
    void an_object_of_few_members_behaves_as_any_other(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        ObjectNode few = new ObjectNode(Json.NODES, new FewMembers(random.nextInt(4)));
        ObjectNode usual = new ObjectNode(Json.NODES, new LinkedHashMap<>());
        for (int i = 0; i < STEPS; i++) {
            int kind = random.nextInt(6);
            String name = "m" + random.nextInt(9);
            JsonNode value = Json.NODES.numberNode(i);
            assertThat(change(few, kind, name, value)).isEqualTo(change(usual, kind, name, value));
            assertThat(few).isEqualTo(usual).hasSameHashCodeAs(usual).hasToString(usual.toString());
            assertThat(few.deepCopy()).isEqualTo(usual);
            assertThat(few.get(name)).isEqualTo(usual.get(name));
            assertThat(few.has("absent")).isFalse();
        }
    }

    private static Object change(ObjectNode object, int kind, String name, JsonNode value) {
        switch (kind) {
            case 0:
                return String.valueOf(object.remove(name));
            case 1:
                object.retain(List.of("m1", "m2", "m3", "m4", "m5", name));
                return object.size();
            case 2:
                for (var member : object.properties()) {
                    if (member.getKey().equals(name)) {
                        return String.valueOf(member.setValue(value));
                    }
                }
                return "none";
            default:
                return String.valueOf(object.replace(name, value));
        }
    }
}
