package io.contractcheck.schema.format;

import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and durations, and their parts by the names that RFC 3339 gives them (section 5.6 and appendix A). */
final class Times {
    private static final String HOUR = "(?:[01][0-9]|2[0-3])";
    private static final String MINUTE = "[0-5][0-9]";
    private static final String SECOND = "(?:[0-5][0-9]|60)";
    private static final String FRACTION = "\\.[0-9]++";
    private static final String OFFSET = "[+-]" + HOUR + ":" + MINUTE;

    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.[0-9]++)?(?:[zZ]|([+-])([0-9]{2}):([0-9]{2}))");
    private static final String DURATION = "P(?:[0-9]++W|(?=[0-9T])"
            + "(?:[0-9]++D|[0-9]++M(?:[0-9]++D)?|[0-9]++Y(?:[0-9]++M(?:[0-9]++D)?)?)?"
            + "(?:T(?:[0-9]++S|[0-9]++M(?:[0-9]++S)?|[0-9]++H(?:[0-9]++M(?:[0-9]++S)?)?))?)";

    private static final String[] DATE_MISSES = {"2024-13-01", "2024-02-30", "2024-1-01", "20240101", "2023-02-29"};
    private static final String[] TIME_MISSES = {"12:60:00Z", "25:00:00Z", "12:00:00+24:00", "12:00Z", "12.00.00Z"};

    private Times() {}

    static List<Format> all() {
        return List.of(
                Named.text("date", Times::date, DATE_MISSES),
                Named.text("time", Times::time, TIME_MISSES),
                Named.text(
                        "date-time",
                        Times::dateTime,
                        "2024-13-01T00:00:00Z",
                        "2024-01-01T12:99:00Z",
                        "2024-02-30T00:00:00Z",
                        "2024-01-01T12:00:00",
                        "2024-01-01"),
                shaped("duration", DURATION, "P1S", "PT", "1D", "P1Y2W", "P-1D"),
                Named.text("full-date", Times::date, DATE_MISSES),
                Named.text("full-time", Times::time, TIME_MISSES),
                shaped(
                        "partial-time",
                        HOUR + ":" + MINUTE + ":" + SECOND + "(?:" + FRACTION + ")?",
                        "12:60:00",
                        "24:00:00",
                        "12:00",
                        "12:00:00."),
                shaped("date-fullyear", "[0-9]{4}", "99", "20245"),
                shaped("date-month", "0[1-9]|1[0-2]", "13", "00", "1"),
                shaped("date-mday", "0[1-9]|[12][0-9]|3[01]", "32", "00", "1"),
                shaped("time-hour", HOUR, "24", "1"),
                shaped("time-minute", MINUTE, "60", "5"),
                shaped("time-second", SECOND, "61", "5"),
                shaped("time-secfrac", FRACTION, ".", "5", ",5"),
                shaped("time-numoffset", OFFSET, "+24:00", "+0100", "+1:00", "01:00"),
                shaped("time-offset", "[zZ]|" + OFFSET, "UTC", "+24:00", "+0100"));
    }

    private static Format shaped(String name, String shape, String... nearMisses) {
        Pattern pattern = Pattern.compile(shape);
        return Named.text(name, text -> pattern.matcher(text).matches(), nearMisses);
    }

    private static boolean date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        int month = Integer.parseInt(matcher.group(2));
        int day = Integer.parseInt(matcher.group(3));
        return month >= 1
                && month <= 12
                && day >= 1
                && day
                        <= YearMonth.of(Integer.parseInt(matcher.group(1)), month)
                                .lengthOfMonth();
    }

    private static boolean time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        int hour = Integer.parseInt(matcher.group(1));
        int minute = Integer.parseInt(matcher.group(2));
        int second = Integer.parseInt(matcher.group(3));
        int offset = 0;
        if (matcher.group(4) != null) {
            int hours = Integer.parseInt(matcher.group(5));
            int minutes = Integer.parseInt(matcher.group(6));
            if (hours > 23 || minutes > 59) {
                return false;
            }
            offset = (matcher.group(4).equals("-") ? -1 : 1) * (hours * 60 + minutes);
        }
        // a leap second is the last of a day in UTC
        boolean leap = Math.floorMod(hour * 60 + minute - offset, 24 * 60) == 24 * 60 - 1;
        return hour <= 23 && minute <= 59 && (second <= 59 || second == 60 && leap);
    }

    private static boolean dateTime(String text) {
        int t = "yyyy-MM-dd".length();
        return text.length() > t
                && (text.charAt(t) == 'T' || text.charAt(t) == 't')
                && date(text.substring(0, t))
                && time(text.substring(t + 1));
    }
}
