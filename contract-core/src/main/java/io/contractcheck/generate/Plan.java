package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.schema.Schema;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How to make a value that keeps several schemas at once. Built when first needed; what it finds out depends on the schemas alone. */
final class Plan {
    /** No document nests its required parts deeper; beyond, recursion is taken to be endless. */
    static final int DEEPEST = 48;

    private static final int ATTEMPTS = 40;
    private static final int PROBES = 4;

    private final Plans plans;
    private final Supplier<Fold> source;
    private volatile @Nullable Built built;
    private volatile int fitting = Integer.MAX_VALUE;
    private volatile int unfitting = -1;
    private volatile @Nullable Verdict verdict;

    private record Built(@Nullable Shape shape, List<Schema> filters, boolean exact, String reason) {}

    private record Verdict(@Nullable String reason) {}

    Plan(Plans plans, Supplier<Fold> source) {
        this.plans = plans;
        this.source = source;
    }

    /** The next value, or nothing if none was found within the attempts. */
    @Nullable JsonNode next(Draw draw) {
        Built b = built();
        if (b.shape == null) {
            return null;
        }
        return b.filters.isEmpty() ? once(b, b.shape, draw) : tried(b, b.shape, draw);
    }

    private static @Nullable JsonNode once(Built b, Shape shape, Draw draw) {
        int size = draw.size();
        if (!draw.spend()) {
            return null;
        }
        JsonNode value = shape.next(draw);
        if (value == null) {
            draw.rewind(size);
        } else if (!b.exact) {
            draw.doubt();
        }
        return value;
    }

    private static @Nullable JsonNode tried(Built b, Shape shape, Draw draw) {
        for (int i = 0; i < ATTEMPTS; i++) {
            int size = draw.size();
            if (!draw.spend()) {
                return null;
            }
            JsonNode value = shape.next(draw);
            if (value != null && passes(b, value)) {
                draw.doubt();
                return value;
            }
            draw.rewind(size);
        }
        return null;
    }

    /** Why there is no value, or nothing if there is one as far as can be told. */
    @Nullable String flaw(Search search) {
        Verdict known = verdict;
        if (known != null) {
            return known.reason;
        }
        if (!search.enter(this)) {
            return null;
        }
        try {
            String reason = examine(search);
            if (reason != null || !search.cut()) {
                verdict = new Verdict(reason);
            }
            return reason;
        } finally {
            search.leave(this);
        }
    }

    /** The least nesting of a value of this plan; {@link Integer#MAX_VALUE} if every value would nest without end. */
    int least() {
        for (int depth = Math.max(0, unfitting + 1); depth <= DEEPEST && depth < fitting; depth++) {
            if (fits(depth, new HashSet<>())) {
                break;
            }
        }
        return fitting;
    }

    boolean fits(int depth, Set<Plan> open) {
        if (depth >= fitting) {
            return true;
        }
        if (depth <= unfitting) {
            return false;
        }
        Shape shape = built().shape;
        if (shape == null || !open.add(this)) {
            return false;
        }
        boolean fits = shape.fits(depth, open);
        open.remove(this);
        if (fits) {
            fitting = Math.min(fitting, depth);
        } else {
            unfitting = Math.max(unfitting, depth);
        }
        return fits;
    }

    /** The values this plan can have, if they are few and listed. */
    @Nullable List<JsonNode> listed() {
        return built().shape instanceof Constants c ? c.values() : null;
    }

    /** Whether a choice comes next. */
    boolean choosing() {
        return built().shape instanceof Choice;
    }

    private @Nullable String examine(Search search) {
        Built b = built();
        if (b.shape == null) {
            return b.reason;
        }
        for (Plan needed : b.shape.needed()) {
            String reason = needed.flaw(search);
            if (reason != null) {
                return reason;
            }
        }
        String flaw = b.shape.flaw(search);
        if (flaw != null) {
            return flaw;
        }
        if (least() == Integer.MAX_VALUE) {
            return place() + ": it requires itself without end";
        }
        return b.filters.isEmpty() && b.shape.hazards().isEmpty() ? null : probe(b.shape, b.filters, search);
    }

    /** Tries with a randomness of its own, so that the verdict is the same whoever asks first. */
    private @Nullable String probe(Shape shape, List<Schema> filters, Search search) {
        for (int i = 0; i < PROBES; i++) {
            if (next(new Draw(new Dice(i), search.trial(), i % 2 == 0, search)) != null) {
                return null;
            }
        }
        Set<String> rules = new LinkedHashSet<>();
        if (!shape.hazards().isEmpty()) {
            rules.add(shape.hazards());
        }
        filters.forEach(filter -> filter.normal().fieldNames().forEachRemaining(rules::add));
        return place() + ": no valid value found in " + PROBES * ATTEMPTS + " attempts; the rules that meet here: "
                + String.join(", ", rules);
    }

    private String place() {
        List<Schema> parts = source.get().parts();
        return Fold.place(parts.get(parts.size() - 1));
    }

    private Built built() {
        Built b = built;
        if (b == null) {
            synchronized (this) {
                b = built;
                if (b == null) {
                    b = build();
                    built = b;
                }
            }
        }
        return b;
    }

    private Built build() {
        try {
            Fold fold = source.get();
            Shape shape = Plans.shape(fold, plans);
            return new Built(shape, fold.filters(), Exactness.of(fold, shape), "");
        } catch (UnsatisfiableException | ReferenceException e) {
            return new Built(null, List.of(), true, String.valueOf(e.getMessage()));
        }
    }

    private static boolean passes(Built built, JsonNode value) {
        JsonNode judged = Bytes.asText(value);
        for (Schema filter : built.filters) {
            if (!filter.accepts(judged)) {
                return false;
            }
        }
        return true;
    }
}
