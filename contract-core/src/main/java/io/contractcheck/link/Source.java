package io.contractcheck.link;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.openapi.ParameterLocation;
import java.util.List;
import java.util.Locale;

/** Where in an exchange of the producer a value stands. */
public sealed interface Source {
    /** As a runtime expression (OpenAPI 3.1, section 4.8.20.3), where there is one for it. */
    String expression();

    /**
     * A place in the answer's JSON body.
     *
     * @param steps from the root: names of members, and {@value #EACH} for any element of an array or member of an object
     */
    record ResponseBody(List<String> steps) implements Source {
        /** Any element of an array, or any member. */
        public static final String EACH = "*";

        public ResponseBody {
            steps = List.copyOf(steps);
        }

        @Override
        public String expression() {
            StringBuilder pointer = new StringBuilder();
            steps.forEach(
                    step -> pointer.append('/').append(step.replace("~", "~0").replace("/", "~1")));
            return "$response.body#" + pointer;
        }
    }

    /** A header of the answer, whole. */
    record ResponseHeader(String name) implements Source {
        @Override
        public String expression() {
            return "$response.header." + name;
        }
    }

    /**
     * What stands in a path parameter's place in the URL that the answer's Location header names.
     *
     * @param path the template that the URL's path follows, as documented
     * @param parameter in it
     */
    record Location(String path, String parameter) implements Source {
        @Override
        public String expression() {
            return "$response.header.Location as " + path + ", {" + parameter + "}";
        }
    }

    /** A parameter that the producer itself was sent. */
    record RequestParameter(ParameterLocation in, String name) implements Source {
        @Override
        public String expression() {
            return "$request." + in.name().toLowerCase(Locale.ROOT) + "." + name;
        }
    }

    /** A place in the body that the producer itself was sent. */
    record RequestBody(JsonPointer pointer) implements Source {
        @Override
        public String expression() {
            return "$request.body#" + pointer;
        }
    }

    /** The same value always, as its JSON text. */
    record Constant(String json) implements Source {
        @Override
        public String expression() {
            return json;
        }
    }
}
