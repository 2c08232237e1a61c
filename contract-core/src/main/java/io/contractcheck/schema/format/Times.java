package io.contractcheck.schema.format;

import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and durations (RFC 3339, section 5.6 and appendix A). */
final class Times {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.[0-9]++)?(?:[zZ]|([+-])([0-9]{2}):([0-9]{2}))");
    private static final Pattern DURATION = Pattern.compile("P(?:[0-9]++W|(?=[0-9T])"
            + "(?:[0-9]++D|[0-9]++M(?:[0-9]++D)?|[0-9]++Y(?:[0-9]++M(?:[0-9]++D)?)?)?"
            + "(?:T(?:[0-9]++S|[0-9]++M(?:[0-9]++S)?|[0-9]++H(?:[0-9]++M(?:[0-9]++S)?)?))?)");

    private Times() {}

    static List<Format> all() {
        return List.of(
                Format.ofText("date", Times::date),
                Format.ofText("time", Times::time),
                Format.ofText("date-time", Times::dateTime),
                Format.ofText("duration", text -> DURATION.matcher(text).matches()));
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
