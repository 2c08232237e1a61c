package io.contractcheck.schema.format;

import java.net.IDN;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Names and numbers of hosts, and mailboxes (RFC 1123, 5890, 2673, 4291, 5321, 6531). */
final class Addresses {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern BYTE = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-";
    private static final Pattern LOCAL = local("");
    private static final Pattern WIDE_LOCAL = local("\\x{80}-\\x{10FFFF}");

    private static final String[] HOST_MISSES = {"-example.com", "exa mple.com", "example..com", "example-.com"};
    private static final String[] MAIL_MISSES = {
        "user@", "@example.com", "user.example.com", "us er@example.com", "user@example..com", ".user@example.com"
    };

    private Addresses() {}

    static List<Format> all() {
        return List.of(
                Named.text("hostname", Addresses::host, HOST_MISSES),
                Named.text("idn-hostname", Addresses::wideHost, HOST_MISSES),
                Named.text("ipv4", Addresses::v4, "192.0.2.256", "192.0.2", "192.0.2.1.1", "192.0.2.01"),
                Named.text("ipv6", Addresses::v6, "2001:db8::g", "2001:db8::1::2", "2001:db8:1", "2001:db8::12345"),
                Named.text("email", text -> mailbox(text, LOCAL, false), MAIL_MISSES),
                Named.text("idn-email", text -> mailbox(text, WIDE_LOCAL, true), MAIL_MISSES));
    }

    private static Pattern local(String more) {
        String atom = ATOM + more + "]++";
        String quoted = "\"(?:[ !#-\\[\\]-~" + more + "]|\\\\[ -~])*+\"";
        return Pattern.compile(atom + "(?:\\." + atom + ")*+|" + quoted);
    }

    static boolean host(String text) {
        if (text.length() > 253) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches() || !InternationalLabel.encoded(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean wideHost(String text) {
        StringJoiner ascii = new StringJoiner(".");
        for (String label : text.split("[.\\u3002\\uFF0E\\uFF61]", -1)) {
            if (!label.chars().allMatch(c -> c < 0x80) && !InternationalLabel.valid(label)) {
                return false;
            }
            try {
                ascii.add(IDN.toASCII(label, IDN.ALLOW_UNASSIGNED));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
        return host(ascii.toString());
    }

    static boolean v4(String text) {
        String[] bytes = text.split("\\.", -1);
        for (String part : bytes) {
            if (!BYTE.matcher(part).matches() || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return bytes.length == 4;
    }

    static boolean v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int left = before.isEmpty() ? 0 : groups(before, false);
        int right = after.isEmpty() ? 0 : groups(after, true);
        return left >= 0 && right >= 0 && left + right <= 7;
    }

    /** How many groups of 16 bits; negative if some is none. */
    private static int groups(String text, boolean last) {
        String[] parts = text.split(":", -1);
        int count = parts.length;
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && v4(parts[i])) {
                count++;
            } else if (!GROUP.matcher(parts[i]).matches()) {
                return -1;
            }
        }
        return count;
    }

    private static boolean mailbox(String text, Pattern local, boolean wide) {
        int at = text.lastIndexOf('@');
        if (at < 1 || !local.matcher(text.substring(0, at)).matches()) {
            return false;
        }
        String domain = text.substring(at + 1);
        if (domain.startsWith("[") && domain.endsWith("]")) {
            String literal = domain.substring(1, domain.length() - 1);
            return v4(literal) || literal.regionMatches(true, 0, "IPv6:", 0, 5) && v6(literal.substring(5));
        }
        return wide ? wideHost(domain) : host(domain);
    }
}
