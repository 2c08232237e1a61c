package io.contractcheck.schema.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** URIs, IRIs and templates of them (RFC 3986, 3987, 6570, 9110). */
final class Locators {
    /** RFC 3986, appendix B, with the scheme held to its grammar. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([^:/?#]++):)?(?://([^/?#]*+))?([^?#]*+)(?:\\?([^#]*+))?(?:#(.*+))?", Pattern.DOTALL);

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+");
    /** With a host, which {@code http} and {@code https} must have (RFC 9110, section 4.2). */
    private static final Pattern HOSTED = Pattern.compile("(?:[^@]*+@)?+[^:].*+", Pattern.DOTALL);

    private static final Pattern PORT = Pattern.compile("[0-9]*+");
    private static final Pattern FUTURE = Pattern.compile("[vV][0-9A-Fa-f]++\\.[A-Za-z0-9._~!$&'()*+,;=:-]++");
    private static final String UNRESERVED = "A-Za-z0-9._~!$&'()*+,;=\\-";
    private static final String UCS = "\\x{A0}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFEF}\\x{10000}-\\x{1FFFD}"
            + "\\x{20000}-\\x{2FFFD}\\x{30000}-\\x{3FFFD}\\x{40000}-\\x{DFFFD}\\x{E1000}-\\x{EFFFD}";
    private static final String PRIVATE = "\\x{E000}-\\x{F8FF}\\x{F0000}-\\x{FFFFD}\\x{100000}-\\x{10FFFD}";
    private static final Locators URI = new Locators("", "");
    private static final Locators IRI = new Locators(UCS, PRIVATE);

    private static final String[] MISSES = {
        "//example.com/path", "http://exa mple.com", "http://example.com/%zz", "example.com", "http://example.com/<a>"
    };
    private static final String[] RELATIVE_MISSES = {"/a b", "/%zz", "\\\\server", "a^b"};

    private static final String VARIABLE = "(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})++"
            + "(?:\\.(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})++)*+(?::[1-9][0-9]{0,3}|\\*)?";
    private static final Pattern TEMPLATE = Pattern.compile("(?:[\\x21\\x23-\\x24\\x26-\\x3B\\x3D\\x3F-\\x5B\\x5D\\x5F"
            + "\\x61-\\x7A\\x7E'" + UCS + PRIVATE + "]|%[0-9A-Fa-f]{2}|\\{[+#./;?&=,!@|]?" + VARIABLE + "(?:,"
            + VARIABLE
            + ")*+\\})*+");

    private final Pattern user;
    private final Pattern host;
    private final Pattern path;
    private final Pattern query;
    private final Pattern fragment;

    private Locators(String more, String moreInQuery) {
        user = some(more + ":");
        host = some(more);
        path = some(more + ":@/");
        query = some(more + moreInQuery + ":@/?");
        fragment = some(more + ":@/?");
    }

    static List<Format> all() {
        return List.of(
                Named.text("uri", text -> URI.matches(text, true), MISSES),
                Named.text("uri-reference", text -> URI.matches(text, false), RELATIVE_MISSES),
                Named.text("iri", text -> IRI.matches(text, true), MISSES),
                Named.text("iri-reference", text -> IRI.matches(text, false), RELATIVE_MISSES),
                Named.text(
                        "uri-template",
                        text -> TEMPLATE.matcher(text).matches(),
                        "/books/{id",
                        "/books/{}",
                        "/books/{a b}",
                        "/books/id}"));
    }

    private static Pattern some(String more) {
        return Pattern.compile("(?:[" + UNRESERVED + more + "]|%[0-9A-Fa-f]{2})*+");
    }

    private boolean matches(String text, boolean absolute) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        String scheme = parts.group(1);
        return (scheme == null ? !absolute : SCHEME.matcher(scheme).matches())
                && (parts.group(2) == null || authority(parts.group(2)))
                && (scheme == null || !scheme.matches("(?i)https?") || hosted(parts.group(2)))
                && path.matcher(parts.group(3)).matches()
                && (parts.group(2) != null || !parts.group(3).startsWith("//"))
                && (parts.group(4) == null || query.matcher(parts.group(4)).matches())
                && (parts.group(5) == null || fragment.matcher(parts.group(5)).matches());
    }

    private static boolean hosted(@Nullable String authority) {
        return authority != null && HOSTED.matcher(authority).matches();
    }

    private boolean authority(String authority) {
        int at = authority.lastIndexOf('@');
        if (at >= 0 && !user.matcher(authority.substring(0, at)).matches()) {
            return false;
        }
        String rest = authority.substring(at + 1);
        int end = rest.startsWith("[") ? rest.indexOf(']') + 1 : rest.indexOf(':');
        String name = end < 0 ? rest : rest.substring(0, end);
        String port = end < 0 ? "" : rest.substring(end);
        return (port.isEmpty()
                        || port.startsWith(":")
                                && PORT.matcher(port.substring(1)).matches())
                && host(name);
    }

    private boolean host(String name) {
        if (name.startsWith("[")) {
            String literal = name.substring(1, name.length() - 1);
            return Addresses.v6(literal) || FUTURE.matcher(literal).matches();
        }
        return host.matcher(name).matches();
    }
}
