package io.contractcheck.internal.engine;

import io.contractcheck.check.Check;
import io.contractcheck.hook.CheckHook;
import io.contractcheck.hook.FormatHook;
import io.contractcheck.hook.MediaTypeHook;
import io.contractcheck.http.Codec;
import io.contractcheck.http.Codecs;
import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.Extensions;
import io.contractcheck.schema.format.Format;
import io.contractcheck.schema.format.Formats;
import io.contractcheck.testcase.MediaTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What hooks add before the document is read: formats, media types, checks. */
final class Added {
    private final Kind<FormatHook> formatHooks;
    private final Kind<MediaTypeHook> mediaTypeHooks;
    private final Kind<CheckHook> checkHooks;

    Added(List<Plugged> hooks) {
        this.formatHooks = new Kind<>(FormatHook.class, hooks);
        this.mediaTypeHooks = new Kind<>(MediaTypeHook.class, hooks);
        this.checkHooks = new Kind<>(CheckHook.class, hooks);
    }

    /** Of formats of one name the last counts, of codecs of one media type the first. */
    Extensions extensions() {
        Formats formats = Formats.standard();
        for (Plugged plugged : formatHooks.all()) {
            for (Format format : plugged.guard(() -> formatHooks.hook(plugged).formats(plugged.context()))) {
                if (formats.named(format.name()) != null) {
                    plugged.context().warn("hook " + plugged.name() + " replaces the format '" + format.name() + "'");
                }
                formats = formats.with(new CountedFormat(format, plugged));
            }
        }
        List<Codec> codecs = new ArrayList<>();
        for (Plugged plugged : mediaTypeHooks.all()) {
            for (Codec codec : plugged.guard(() -> mediaTypeHooks.hook(plugged).codecs(plugged.context()))) {
                warn(plugged, codec, codecs);
                codecs.add(new CountedCodec(codec, plugged));
            }
        }
        return new Extensions(formats, new Codecs(codecs));
    }

    private static void warn(Plugged plugged, Codec codec, List<Codec> earlier) {
        for (String name : codec.mediaTypes()) {
            MediaType type = MediaType.of(name);
            if (earlier.stream().anyMatch(e -> e.speaks(type))) {
                plugged.context()
                        .warn("hook " + plugged.name() + " has no say in the media type " + name
                                + ", which another hook before it has taken");
            } else if (MediaTypes.knows(type)) {
                plugged.context().warn("hook " + plugged.name() + " replaces the media type " + name);
            }
        }
    }

    List<Check> checks(List<String> builtIn) {
        Map<String, String> taken = new LinkedHashMap<>();
        builtIn.forEach(name -> taken.put(name, "ContractCheck itself"));
        List<Check> checks = new ArrayList<>();
        for (Plugged plugged : checkHooks.all()) {
            for (Check check : plugged.guard(() -> checkHooks.hook(plugged).checks(plugged.context()))) {
                String name = plugged.guard(check::name);
                if (!CheckNames.good(name)) {
                    throw CheckNames.bad(plugged.name(), "adds a check named '" + name + "'");
                }
                String owner = taken.putIfAbsent(name, "hook " + plugged.name());
                if (owner != null) {
                    throw new RunBrokenException(
                            "hook " + plugged.name() + " adds a check named '" + name
                                    + "', which is the name of one of " + owner + ". Give it another name.",
                            null);
                }
                checks.add(new CountedCheck(check, name, plugged));
            }
        }
        return checks;
    }
}
