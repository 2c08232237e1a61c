package io.contractcheck.generate;

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

    /** What makes texts of that format, or nothing if the format is not known or allows every text. */
    static @Nullable Maker of(String format) {
        return switch (format) {
            case "date", "full-date" -> TimeFormats::date;
            case "time", "full-time" -> TimeFormats::time;
            case "partial-time" -> TimeFormats::partialTime;
            case "date-time" -> TimeFormats::dateTime;
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
