package io.contractcheck.generate;

import io.contractcheck.schema.Schema;
import io.contractcheck.schema.format.Format;
import io.contractcheck.schema.format.Formats;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The formats whose texts are made: one line each. */
final class TextFormats {

    /** Makes texts of one format; lengths, in code points, are wishes that not every format can fulfil. */
    @FunctionalInterface
    interface Maker {
        String next(Random random, int min, int max);
    }

    private TextFormats() {}

    /** What makes texts of a format that a schema names, or nothing if the format is not known or allows every text. */
    static @Nullable Maker of(Schema schema, String format) {
        Format known = schema.formats().named(format);
        return known == null || known.maker().isEmpty()
                ? of(format)
                : (random, min, max) -> known.maker().get().next(random);
    }

    /** Whether what is made of that format has it without fail; what users add is tried. */
    static boolean sure(Schema schema, String format) {
        return schema.formats().named(format) == Formats.standard().named(format);
    }

    /** Whether what is made of a format is readable ASCII. */
    static boolean readable(String format) {
        return !format.startsWith("i") || format.equals("ipv4") || format.equals("ipv6");
    }

    /** Whether a format that nothing is made of asks nothing of texts. */
    static boolean free(Schema schema, String format) {
        return schema.formats().named(format) == null || Numbers.speaksOf(format) && sure(schema, format);
    }

    private static @Nullable Maker of(String format) {
        return switch (format) {
            case "date", "full-date" -> TimeFormats::date;
            case "time", "full-time" -> TimeFormats::time;
            case "partial-time" -> TimeFormats::partialTime;
            case "date-time" -> TimeFormats::dateTime;
            case "date-fullyear" ->
                (random, min, max) -> TimeFormats.date(random, min, max).substring(0, 4);
            case "date-month" -> (random, min, max) -> TimeFormats.two(1 + random.nextInt(12));
            case "date-mday" -> (random, min, max) -> TimeFormats.two(1 + random.nextInt(31));
            case "time-hour" -> (random, min, max) -> TimeFormats.two(random.nextInt(24));
            case "time-minute", "time-second" -> (random, min, max) -> TimeFormats.two(random.nextInt(60));
            case "time-secfrac" -> (random, min, max) -> "." + random.nextInt(1000);
            case "time-numoffset" -> (random, min, max) -> TimeFormats.shift(random);
            case "time-offset" -> (random, min, max) -> TimeFormats.offset(random);
            case "duration" -> TimeFormats::duration;
            case "hostname" -> HostFormats::hostname;
            case "idn-hostname" -> HostFormats::idnHostname;
            case "email" -> HostFormats::email;
            case "idn-email" -> HostFormats::idnEmail;
            case "ipv4" -> HostFormats::ipv4;
            case "ipv6" -> HostFormats::ipv6;
            case "uri", "url" -> UriFormats::uri;
            case "uri-reference" -> UriFormats::uriReference;
            case "iri" -> UriFormats::iri;
            case "iri-reference" -> UriFormats::iriReference;
            case "uri-template" -> UriFormats::uriTemplate;
            case "uuid" -> CodeFormats::uuid;
            case "byte" -> CodeFormats::base64;
            case "json-pointer" -> CodeFormats::jsonPointer;
            case "relative-json-pointer" -> CodeFormats::relativeJsonPointer;
            case "regex" -> CodeFormats::regex;
            case "color" -> CodeFormats::color;
            case "password" -> CodeFormats::password;
            default -> null;
        };
    }
}
