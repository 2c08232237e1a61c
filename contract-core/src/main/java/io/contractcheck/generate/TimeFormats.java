package io.contractcheck.generate;

import java.time.LocalDate;
import java.util.Random;

/** Dates, times and durations (RFC 3339, section 5.6 and appendix A). */
final class TimeFormats {
    private static final long FIRST = LocalDate.of(1970, 1, 1).toEpochDay();
    private static final long RECENT = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(2099, 12, 31).toEpochDay();

    private TimeFormats() {}

    static String date(Random random, int min, int max) {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return "2024-02-29";
        }
        if (kind == 1) {
            return random.nextBoolean() ? "1970-01-01" : "1999-12-31";
        }
        long from = kind < 5 ? FIRST : RECENT;
        return LocalDate.ofEpochDay(from + random.nextInt((int) (LAST - from))).toString();
    }

    static String partialTime(Random random, int min, int max) {
        String time = two(random.nextInt(24)) + ":" + two(random.nextInt(60)) + ":" + two(random.nextInt(60));
        return random.nextInt(5) == 0 ? time + "." + (100 + random.nextInt(900)) : time;
    }

    static String time(Random random, int min, int max) {
        return partialTime(random, min, max) + offset(random);
    }

    static String offset(Random random) {
        return random.nextInt(4) > 0 ? "Z" : shift(random);
    }

    static String shift(Random random) {
        return (random.nextBoolean() ? "+" : "-") + two(random.nextInt(13)) + (random.nextBoolean() ? ":00" : ":30");
    }

    static String dateTime(Random random, int min, int max) {
        return date(random, min, max) + "T" + time(random, min, max);
    }

    static String duration(Random random, int min, int max) {
        int n = 1 + random.nextInt(30);
        return switch (random.nextInt(6)) {
            case 0 -> "P" + n + "D";
            case 1 -> "PT" + n + "M";
            case 2 -> "PT" + n + "H" + random.nextInt(60) + "M";
            case 3 -> "P" + n + "W";
            case 4 -> "P1Y" + (1 + random.nextInt(11)) + "M" + n + "D";
            default -> "P" + n + "DT" + random.nextInt(24) + "H" + random.nextInt(60) + "M" + random.nextInt(60) + "S";
        };
    }

    static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
