package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.StatusSet;
import io.contractcheck.event.Isolation;
import io.contractcheck.event.Shard;
import io.contractcheck.http.Header;
import io.contractcheck.http.Secrets;
import io.contractcheck.openapi.OperationFilter;
import io.contractcheck.testcase.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parameter values; a wrong one gets an error that names the parameter, the value, and what is allowed. */
final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(ms|s|m|h)?");

    private static final Duration YEAR = Duration.ofDays(366);

    private Values() {}

    static ContractException wrong(String parameter, String value, String allowed) {
        return new ContractException(parameter + ": '" + value + "' is not allowed: " + allowed);
    }

    static Optional<Duration> duration(String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        String allowed =
                "write a number above 0 with a unit, such as 500ms, 10s, 2m or 1h (seconds if there is none), and a"
                        + " year at most";
        Matcher matcher = DURATION.matcher(value.trim());
        if (!matcher.matches()) {
            throw wrong(parameter, value, allowed);
        }
        double factor = switch (Optional.ofNullable(matcher.group(2)).orElse("s")) {
            case "ms" -> 1;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 1000;
        };
        Duration duration = Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * factor));
        if (duration.isZero() || duration.compareTo(YEAR) > 0) {
            throw wrong(parameter, value, allowed);
        }
        return Optional.of(duration);
    }

    static int count(String parameter, String value) {
        return count(parameter, value, Integer.MAX_VALUE);
    }

    static int count(String parameter, String value, int most) {
        try {
            int count = Integer.parseInt(value.trim());
            if (count >= 1 && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(parameter, value, "write a whole number from 1 to " + most + ", such as " + Math.min(most, 20));
    }

    static Optional<Shard> shard(String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Shard.of(value));
        } catch (IllegalArgumentException e) {
            throw new ContractException(parameter + ": " + e.getMessage(), e);
        }
    }

    static Mode mode(String parameter, String value) {
        return Mode.of(value.trim()).orElseThrow(() -> wrong(parameter, value, "write " + oneOf(Mode.names())));
    }

    static Optional<Isolation> isolation(String parameter, @Nullable String value) {
        return value == null || value.isBlank()
                ? Optional.empty()
                : Optional.of(Isolation.of(value.trim())
                        .orElseThrow(() -> wrong(parameter, value, "write " + oneOf(Isolation.names()))));
    }

    static boolean flag(String parameter, String value) {
        return switch (value.trim()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(parameter, value, "write true or false");
        };
    }

    private static String oneOf(List<String> names) {
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
    }

    static long seed(String parameter, String value) {
        try {
            return Long.parseLong(value.trim());
        } catch (NumberFormatException e) {
            throw wrong(parameter, value, "write a whole number, such as the seed that an earlier run printed");
        }
    }

    static Header header(String parameter, String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).trim();
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            // The value may be a secret, so only what is before the colon is shown
            throw wrong(
                    parameter, colon < 0 ? "(a line without a colon)" : name, "write 'Name: value', one header a line");
        }
        String value = line.substring(colon + 1).trim();
        if (Secrets.carriesCredentials(name)) {
            Texts.replaced(parameter + ", " + name, value);
        }
        return new Header(name, value);
    }

    static CheckSettings.Expected expected(String parameter, String line) {
        String allowed = "write 'check: statuses' or 'check GET /path: statuses', such as"
                + " positive_data_acceptance POST /books: 2xx 404 422";
        int colon = line.lastIndexOf(':');
        if (colon < 0) {
            throw wrong(parameter, line, allowed);
        }
        String[] subject = line.substring(0, colon).trim().split("\\s+", 2);
        String check = subject[0];
        try {
            return new CheckSettings.Expected(
                    check,
                    subject.length < 2 ? Optional.empty() : Optional.of(new OperationFilter(subject[1])),
                    new StatusSet(line.substring(colon + 1).trim()));
        } catch (IllegalArgumentException e) {
            throw wrong(parameter, line, e.getMessage() + "; " + allowed);
        }
    }

    /** Lists whose elements cannot hold a comma may be written in one element, separated by commas. */
    static List<String> names(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .flatMap(v -> Pattern.compile("[,\\s]+").splitAsStream(v))
                        .filter(v -> !v.isEmpty())
                        .toList();
    }

    static List<String> texts(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(v -> v == null ? "" : v.trim())
                        .filter(v -> !v.isEmpty())
                        .toList();
    }
}
