package io.contractcheck.it.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.contractcheck.json.Json;
import java.util.List;
import java.util.stream.Stream;

/** {@link Trade#SITES}. Its two regions are always there. */
final class Sites {
    private static final Form SITE = Form.of(
            Field.text("name", 1, 50),
            Field.pattern("postcode", "[0-9]{5}"),
            Field.whole("floors", 0, 90).optional());

    private Sites() {}

    static List<Route> routes(Flaw flaw) {
        Slip slip = switch (flaw) {
            case CHANGED_SITE_LOST -> Slip.LOSES_CHANGED;
            case SITE_STAYS -> Slip.KEEPS_DELETED;
            default -> Slip.NONE;
        };
        List<String> regions =
                Stream.generate(Ids::uuid).limit(2).map(JsonNode::asText).toList();
        Things sites = new Things(
                "code", Ids::code, SITE, Dress.PLAIN, slip, path -> regions.contains(path.replace("/regions/", "")));
        return List.of(
                Route.get("/regions", call -> Reply.json(200, shown(regions))),
                Route.get("/regions/{region}/sites", sites::list),
                Route.post(
                        "/regions/{region}/sites",
                        SITE,
                        call -> sites.create(
                                call,
                                Json.NODES
                                        .objectNode()
                                        .put("region", call.names().get("region")))),
                Route.get("/regions/{region}/sites/{code}", sites::read),
                Route.put("/regions/{region}/sites/{code}", SITE, sites::change),
                Route.delete("/regions/{region}/sites/{code}", sites::delete));
    }

    private static ArrayNode shown(List<String> regions) {
        ArrayNode all = Json.NODES.arrayNode();
        regions.forEach(
                region -> all.addObject().put("region", region).put("name", "Region " + (regions.indexOf(region) + 1)));
        return all;
    }
}
