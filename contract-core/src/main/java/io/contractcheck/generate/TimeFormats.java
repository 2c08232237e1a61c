package io.contractcheck.generate;

import java.util.Random;

/** Dates, times and durations (RFC 3339, section 5.6 and appendix A). */
final class TimeFormats {
    private static final int FIRST = 1970;
    private static final int RECENT = 2000;
    private static final int LAST = 2099;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private TimeFormats() {}

    static String date(Random random, int min, int max) {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return "2024-02-29";
        }
        if (kind == 1) {
            return random.nextBoolean() ? "1970-01-01" : "1999-12-31";
        }
        int first = kind < 5 ? FIRST : RECENT;
        int year = first + random.nextInt(LAST - first + 1);
        int month = 1 + random.nextInt(12);
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int day = 1 + random.nextInt(month == 2 && leap ? 29 : DAYS[month - 1]);
        char[] text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
        put(year / 100, text, 0);
        put(year % 100, text, 2);
        put(month, text, 5);
        put(day, text, 8);
        return new String(text);
    }

    private static void put(int number, char[] text, int at) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
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
