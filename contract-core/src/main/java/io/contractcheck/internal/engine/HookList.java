package io.contractcheck.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.hook.CaseHook;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.ExchangeHook;
import io.contractcheck.hook.FormatHook;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.MediaTypeHook;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.hook.RestoreHook;
import io.contractcheck.hook.RestoreHook.RestorePoint;
import io.contractcheck.hook.ScenarioHook;
import io.contractcheck.http.Codec;
import io.contractcheck.http.Codecs;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.MediaType;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Extensions;
import io.contractcheck.openapi.Operation;
import io.contractcheck.schema.format.Format;
import io.contractcheck.schema.format.Formats;
import io.contractcheck.testcase.MediaTypes;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run's hooks in their order; every application is counted. */
public final class HookList {
    private final List<Counted> hooks = new ArrayList<>();
    private final List<Restorable> restorePoints = new ArrayList<>();
    private final HookContext context;

    record Counted(Hook hook, AtomicLong calls, AtomicLong applied) {
        String name() {
            return hook.getClass().getName();
        }

        void count() {
            calls.incrementAndGet();
            applied.incrementAndGet();
        }

        RunBrokenException broken(RuntimeException e) {
            return e instanceof HookException
                    ? new RunBrokenException("hook " + name() + ": " + e.getMessage(), e)
                    : new RunBrokenException("hook " + name() + " failed: " + e, e);
        }

        /** What the hook gave, which must be something. */
        <T> T given(@Nullable T result) {
            if (result == null) {
                throw new RunBrokenException("hook " + name() + " returned null", null);
            }
            return result;
        }
    }

    private record Restorable(Counted hook, RestorePoint point) {}

    public HookList(List<Hook> hooks, HookContext context) {
        hooks.forEach(h -> this.hooks.add(new Counted(h, new AtomicLong(), new AtomicLong())));
        this.context = context;
    }

    /** The document after all document hooks. */
    public JsonNode document(JsonNode document) {
        return fold(DocumentHook.class, document, (hook, value) -> hook.document(value, context));
    }

    /** What hooks add to reading the document: of formats of one name the last counts, of codecs of one media type the first. */
    public Extensions extensions() {
        Formats formats = Formats.standard();
        List<Codec> codecs = new ArrayList<>();
        for (Counted counted : hooks) {
            if (counted.hook instanceof FormatHook hook) {
                for (Format format : guard(counted, () -> hook.formats(context))) {
                    if (formats.named(format.name()) != null) {
                        context.warn("hook " + counted.name() + " replaces the format '" + format.name() + "'");
                    }
                    formats = formats.with(new CountedFormat(format, counted));
                }
            }
            if (counted.hook instanceof MediaTypeHook hook) {
                for (Codec codec : guard(counted, () -> hook.codecs(context))) {
                    warn(counted, codec, codecs);
                    codecs.add(new CountedCodec(codec, counted));
                }
            }
        }
        return new Extensions(formats, new Codecs(codecs));
    }

    private void warn(Counted counted, Codec codec, List<Codec> earlier) {
        for (String name : codec.mediaTypes()) {
            MediaType type = MediaType.of(name);
            if (earlier.stream().anyMatch(e -> e.speaks(type))) {
                context.warn("hook " + counted.name() + " has no say in the media type " + name
                        + ", which another hook before it has taken");
            } else if (MediaTypes.knows(type)) {
                context.warn("hook " + counted.name() + " replaces the media type " + name);
            }
        }
    }

    TestCase testCase(TestCase testCase) {
        return fold(CaseHook.class, testCase, (hook, value) -> hook.testCase(value, context));
    }

    Request request(Request request, Operation operation) {
        return fold(RequestHook.class, request, (hook, value) -> hook.request(value, operation, context));
    }

    Exchange exchange(Exchange exchange, Operation operation) {
        return fold(ExchangeHook.class, exchange, (hook, value) -> hook.exchange(value, operation, context));
    }

    void remember() {
        for (Counted counted : hooks) {
            if (counted.hook instanceof RestoreHook hook) {
                counted.calls.incrementAndGet();
                restorePoints.add(new Restorable(counted, guard(counted, () -> hook.remember(context))));
            }
        }
    }

    void restore() {
        for (Restorable restorable : restorePoints) {
            act(restorable.hook, () -> restorable.point.restore());
        }
    }

    void before(ScenarioId scenario) {
        for (Counted counted : hooks) {
            if (counted.hook instanceof ScenarioHook hook) {
                act(counted, () -> hook.before(scenario, context));
            }
        }
    }

    void after(ScenarioId scenario) {
        for (Counted counted : hooks) {
            if (counted.hook instanceof ScenarioHook hook) {
                guard(counted, () -> {
                    hook.after(scenario, context);
                    return scenario;
                });
            }
        }
    }

    /** How often each hook was asked and applied. */
    public List<RunEvent.HookUsed> used() {
        return hooks.stream()
                .map(c -> new RunEvent.HookUsed(c.name(), c.calls.get(), c.applied.get()))
                .toList();
    }

    private static void act(Counted counted, Runnable action) {
        counted.calls.incrementAndGet();
        guard(counted, () -> {
            action.run();
            return counted;
        });
        counted.applied.incrementAndGet();
    }

    @FunctionalInterface
    private interface Step<H, T> {
        T apply(H hook, T value);
    }

    private <H extends Hook, T> T fold(Class<H> type, T start, Step<H, T> step) {
        T value = start;
        for (Counted counted : hooks) {
            if (type.isInstance(counted.hook)) {
                T given = value;
                counted.calls.incrementAndGet();
                value = guard(counted, () -> step.apply(type.cast(counted.hook), given));
                if (!value.equals(given)) {
                    counted.applied.incrementAndGet();
                }
            }
        }
        return value;
    }

    private static <T> T guard(Counted counted, Supplier<T> call) {
        try {
            return counted.given(call.get());
        } catch (RunBrokenException e) {
            throw e;
        } catch (RuntimeException e) {
            throw counted.broken(e);
        }
    }
}
