package io.contractcheck.maven;

import io.contractcheck.auth.Placement;
import io.contractcheck.openapi.ParameterLocation;
import java.util.Locale;

/** Turns {@code <placement>} into where a credential travels. */
record PlacementReader(Texts texts) {
    Placement read(PlacementParameter given) {
        String in = texts.required("in", given.in, "header, query or cookie");
        ParameterLocation location = switch (in.toLowerCase(Locale.ROOT)) {
            case "header" -> ParameterLocation.HEADER;
            case "query" -> ParameterLocation.QUERY;
            case "cookie" -> ParameterLocation.COOKIE;
            default -> throw Values.wrong(texts.name("in"), in, "write header, query or cookie");
        };
        String template = texts.optional("template", given.template).orElse(Placement.TOKEN);
        if (!template.contains(Placement.TOKEN)) {
            throw texts.wrong(
                    "template",
                    "there is no " + Placement.TOKEN + " in it, which stands for the credential. Write it, such as"
                            + " <template>Bearer " + Placement.TOKEN + "</template>.");
        }
        return new Placement(location, texts.required("name", given.name, "the name of the " + in), template);
    }
}
