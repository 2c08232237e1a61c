package io.contractcheck.generate;

import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The formats whose texts are made: one line each. */
final class TextFormats {

    /** Makes texts of one format; lengths, in code points, are wishes that not every format can fulfil. */
    @FunctionalInterface
    interface Maker {
        String next(Random random, int min, int max);
    }

    private static final Map<String, Maker> MAKERS = Map.ofEntries(
            Map.entry("date", TimeFormats::date),
            Map.entry("full-date", TimeFormats::date),
            Map.entry("time", TimeFormats::time),
            Map.entry("full-time", TimeFormats::time),
            Map.entry("partial-time", TimeFormats::partialTime),
            Map.entry("date-time", TimeFormats::dateTime),
            Map.entry("duration", TimeFormats::duration),
            Map.entry("hostname", HostFormats::hostname),
            Map.entry("idn-hostname", HostFormats::idnHostname),
            Map.entry("email", HostFormats::email),
            Map.entry("idn-email", HostFormats::idnEmail),
            Map.entry("ipv4", HostFormats::ipv4),
            Map.entry("ipv6", HostFormats::ipv6),
            Map.entry("uri", UriFormats::uri),
            Map.entry("url", UriFormats::uri),
            Map.entry("uri-reference", UriFormats::uriReference),
            Map.entry("iri", UriFormats::iri),
            Map.entry("iri-reference", UriFormats::iriReference),
            Map.entry("uri-template", UriFormats::uriTemplate),
            Map.entry("uuid", CodeFormats::uuid),
            Map.entry("byte", CodeFormats::base64),
            Map.entry("json-pointer", CodeFormats::jsonPointer),
            Map.entry("relative-json-pointer", CodeFormats::relativeJsonPointer),
            Map.entry("regex", CodeFormats::regex),
            Map.entry("color", CodeFormats::color),
            Map.entry("password", CodeFormats::password));

    private TextFormats() {}

    /** What makes texts of that format, or nothing if the format is not known or allows every text. */
    static @Nullable Maker of(String format) {
        return MAKERS.get(format);
    }
}
