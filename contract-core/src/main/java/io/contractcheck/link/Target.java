package io.contractcheck.link;

import io.contractcheck.openapi.ParameterLocation;
import java.util.List;
import java.util.Locale;

/** Where in a request of the consumer a value goes. */
public sealed interface Target {
    /** For people. */
    String describe();

    /** A parameter. */
    record OfParameter(ParameterLocation in, String name) implements Target {
        @Override
        public String describe() {
            return in.name().toLowerCase(Locale.ROOT) + "." + name;
        }
    }

    /**
     * A place in the JSON body.
     *
     * @param steps from the root: names of members, and {@value Source.ResponseBody#EACH} for each element of an array; none for the whole
     */
    record OfBody(List<String> steps) implements Target {
        public OfBody {
            steps = List.copyOf(steps);
        }

        @Override
        public String describe() {
            return "body" + (steps.isEmpty() ? "" : "/" + String.join("/", steps));
        }
    }
}
