package io.contractcheck.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests some time may see.
 *
 * @param requests at least 1
 * @param per in that time
 */
public record Rate(long requests, Duration per) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*/\\s*([smh])");

    public Rate {
        if (requests < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException(requests + " requests in " + per + " are no rate");
        }
    }

    /**
     * From {@code 100/s}, {@code 600/m} or {@code 5000/h}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Rate parse(String text) {
        Matcher matcher = TEXT.matcher(text.trim());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "write how many a second, minute or hour, such as 100/s, 600/m or 5000/h");
        }
        return new Rate(
                Long.parseLong(matcher.group(1)),
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(1);
                    case "m" -> Duration.ofMinutes(1);
                    default -> Duration.ofHours(1);
                });
    }

    /** The part of it that each of some gets who share it. */
    public Rate sharedBy(int number) {
        return new Rate(requests, per.multipliedBy(number));
    }
}
