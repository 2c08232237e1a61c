package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One option out of several, merged with everything around it. Further choices are made one after the other, each by its own plan. */
final class Choice implements Shape {
    private static final int ATTEMPTS = 5;
    private static final int MOST_PAIRED = 8;
    private static final int PAIRED = 12;
    /** How many combinations of branches are kept once made. */
    private static final long MOST_KEPT = 2000;

    private final Fold fold;
    private final Plans plans;
    private final Fold.Group group;
    private final boolean keeping;
    private final Plan base;
    private final Map<Integer, Plan> kept = new ConcurrentHashMap<>();
    private volatile int least = -1;

    Choice(Fold fold, Plans plans) {
        this.fold = fold;
        this.plans = plans;
        this.group = fold.groups().get(0);
        this.base = plans.ignoringChoices(fold);
        long combinations = 1;
        for (Fold.Group g : fold.groups()) {
            combinations = Math.min(
                    Long.MAX_VALUE / 1000,
                    combinations * Math.min(1000, g.options().size()));
        }
        this.keeping = combinations <= MOST_KEPT;
    }

    @Override
    public @Nullable JsonNode next(Draw draw) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < group.options().size(); i++) {
            left.add(i);
        }
        boolean minimal = draw.minimal();
        if (!minimal && pairable() && draw.chance(PAIRED)) {
            JsonNode both = pair(draw);
            if (both != null) {
                return both;
            }
        }
        for (int attempts = 0; attempts < ATTEMPTS && !left.isEmpty() && !draw.spent(); ) {
            Plan plan = option(left.remove(heavy(left, draw)));
            if (minimal && !plan.fits(least(), new HashSet<>()) || !plan.choosing() && plan.flaw(draw.search) != null) {
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
    public boolean exact() {
        return false;
    }

    @Override
    public boolean fits(int depth, Set<Plan> open) {
        if (!base.fits(depth, open)) {
            return false;
        }
        for (int i = 0; i < group.options().size(); i++) {
            if (option(i).fits(depth, open)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable String flaw(Search search) {
        String first = base.flaw(search);
        if (first != null) {
            return first;
        }
        for (int i = 0; i < group.options().size(); i++) {
            String reason = option(i).flaw(search);
            if (reason == null) {
                return null;
            }
            first = first == null ? reason : first;
        }
        return Fold.place(group.owner()) + ": no branch of " + group.keyword() + " has a value; the first: " + first;
    }

    private int least() {
        if (least < 0) {
            int depth = 0;
            while (depth < Plan.DEEPEST && !fits(depth, new HashSet<>())) {
                depth++;
            }
            least = depth;
        }
        return least;
    }

    private Plan option(int index) {
        List<Schema> option = group.options().get(index);
        if (!keeping) {
            return plans.taking(fold, option);
        }
        Plan known = kept.get(index);
        return known == null ? kept.computeIfAbsent(index, i -> plans.taking(fold, option)) : known;
    }

    private boolean pairable() {
        return group.keyword().equals("anyOf") && group.options().size() <= MOST_PAIRED;
    }

    private @Nullable JsonNode pair(Draw draw) {
        int count = group.options().size();
        int a = draw.random.nextInt(count);
        int b = draw.random.nextInt(count);
        if (a == b) {
            return null;
        }
        int first = Math.min(a, b);
        int second = Math.max(a, b);
        List<Schema> both = new ArrayList<>(group.options().get(first));
        both.addAll(group.options().get(second));
        Plan plan = keeping
                ? kept.computeIfAbsent((first + 1) * count + second, k -> plans.taking(fold, both))
                : plans.taking(fold, both);
        return plan.flaw(draw.search) == null ? plan.next(draw) : null;
    }

    /** Where in the list an option stands that was drawn by weight. */
    private int heavy(List<Integer> left, Draw draw) {
        int total = 0;
        for (int i : left) {
            total += weight(i);
        }
        int at = draw.random.nextInt(total);
        for (int i = 0; ; i++) {
            at -= weight(left.get(i));
            if (at < 0) {
                return i;
            }
        }
    }

    private int weight(int index) {
        List<Schema> option = group.options().get(index);
        boolean nothing = option.size() == 1
                && option.get(0).normal().path("type").asText().equals("null");
        return nothing ? 1 : 5;
    }
}
