package io.contractcheck.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** How references are taken apart. Real documents hold characters that no URI may have, so nothing here refuses them. */
final class References {
    private References() {}

    static String beforeFragment(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? reference : reference.substring(0, hash);
    }

    static String fragment(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? "" : reference.substring(hash + 1);
    }

    /** RFC 3986, section 5.2, without a fragment. */
    static URI resolve(URI base, String reference) {
        if (reference.isEmpty()) {
            return base;
        }
        URI uri;
        try {
            uri = new URI(reference);
        } catch (URISyntaxException e) {
            try {
                uri = new URI(null, null, reference.replace('\\', '/'), null);
            } catch (URISyntaxException again) {
                throw new IllegalArgumentException("it is no URI reference: " + again.getMessage(), again);
            }
        }
        return base.resolve(uri).normalize();
    }

    /** RFC 3986, section 2.1; what is no percent-encoding stays as it is. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            int high = source[i] == '%' && i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(source[i + 2], 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(source[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What stands at the pointer, or the last place on the way that is there, with {@code false}. */
    static Step walk(JsonNode root, JsonPointer pointer) {
        JsonNode node = root;
        JsonPointer rest = pointer;
        JsonPointer walked = JsonPointer.empty();
        while (!rest.matches()) {
            JsonNode next = node.isArray() ? node.path(rest.getMatchingIndex()) : node.path(rest.getMatchingProperty());
            if (next.isMissingNode()) {
                return new Step(node, walked, rest.getMatchingProperty(), false);
            }
            walked = walked.appendProperty(rest.getMatchingProperty());
            node = next;
            rest = rest.tail();
        }
        return new Step(node, pointer, "", true);
    }

    /**
     * How far a walk came.
     *
     * @param missing the member that is not there, unless the walk arrived
     */
    record Step(JsonNode node, JsonPointer pointer, String missing, boolean arrived) {}
}
