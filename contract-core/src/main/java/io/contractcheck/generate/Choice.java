package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One option out of several, merged with everything around it. */
final class Choice implements Shape {
    private static final int ATTEMPTS = 5;
    private static final int MOST_PAIRED = 8;

    private final Fold fold;
    private final Plans plans;
    private final List<List<Schema>> options;
    private final List<Plan> single = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private final Map<Integer, Plan> pairs = new ConcurrentHashMap<>();

    Choice(Fold fold, Plans plans) {
        this.fold = fold;
        this.plans = plans;
        this.options = fold.groups().get(0).options();
        for (List<Schema> option : options) {
            single.add(plans.taking(fold, option));
            weights.add(isNull(option) ? 1 : 5);
        }
    }

    @Override
    public @Nullable JsonNode next(Draw draw) {
        if (draw.minimal()) {
            for (Plan plan : byLeast()) {
                if (plan.flaw(draw.open) == null) {
                    JsonNode value = plan.next(draw);
                    if (value != null || draw.spent()) {
                        return value;
                    }
                }
            }
            return null;
        }
        if (pairable() && draw.chance(12)) {
            JsonNode both = pair(draw);
            if (both != null) {
                return both;
            }
        }
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < single.size(); i++) {
            left.add(i);
        }
        for (int attempts = 0; attempts < ATTEMPTS && !left.isEmpty() && !draw.spent(); ) {
            int at = left.remove(heavy(left, draw));
            Plan plan = single.get(at);
            if (plan.flaw(draw.open) != null) {
                continue;
            }
            attempts++;
            JsonNode value = plan.next(draw);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public boolean fits(int depth, Set<Plan> open) {
        for (Plan plan : single) {
            if (plan.fits(depth, open)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable String flaw(Set<Plan> open) {
        String first = null;
        for (Plan plan : single) {
            String reason = plan.flaw(open);
            if (reason == null) {
                return null;
            }
            first = first == null ? reason : first;
        }
        Fold.Group group = fold.groups().get(0);
        return Fold.place(group.owner()) + ": no branch of " + group.keyword() + " has a value; the first: " + first;
    }

    private List<Plan> byLeast() {
        List<Plan> sorted = new ArrayList<>(single);
        sorted.sort((a, b) -> Integer.compare(a.least(), b.least()));
        return sorted;
    }

    private boolean pairable() {
        return fold.groups().get(0).keyword().equals("anyOf") && options.size() <= MOST_PAIRED;
    }

    private @Nullable JsonNode pair(Draw draw) {
        int a = draw.random.nextInt(options.size());
        int b = draw.random.nextInt(options.size());
        if (a == b) {
            return null;
        }
        int first = Math.min(a, b);
        int second = Math.max(a, b);
        Plan plan = pairs.computeIfAbsent(first * MOST_PAIRED + second, k -> {
            List<Schema> both = new ArrayList<>(options.get(first));
            both.addAll(options.get(second));
            return plans.taking(fold, both);
        });
        return plan.flaw(draw.open) == null ? plan.next(draw) : null;
    }

    private int heavy(List<Integer> left, Draw draw) {
        int total = 0;
        for (int i : left) {
            total += weights.get(i);
        }
        int at = draw.random.nextInt(total);
        for (int i = 0; ; i++) {
            at -= weights.get(left.get(i));
            if (at < 0) {
                return i;
            }
        }
    }

    private static boolean isNull(List<Schema> option) {
        return option.size() == 1
                && option.get(0).normal().path("type").asText().equals("null");
    }
}
