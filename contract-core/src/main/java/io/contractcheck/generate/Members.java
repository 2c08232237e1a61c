package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Objects: which members they have, in the order of the document, and their values. */
final class Members implements Shape {
    private final MemberRules rules;
    private final Plans plans;
    private final ExtraMembers extras;
    private final Map<String, Plan> members = new ConcurrentHashMap<>();
    /** Whether any choice of the optional members makes an object that keeps the rules. */
    private final boolean free;

    private volatile Member @Nullable [] listed;

    /** A member that is spoken of by name. */
    private record Member(String name, Plan plan, boolean required) {}

    private Members(MemberRules rules, Plans plans) {
        this.rules = rules;
        this.plans = plans;
        this.free = rules.dependents().isEmpty()
                && rules.min() <= rules.required().size()
                && rules.max() >= rules.names().size();
        this.extras = new ExtraMembers(rules, plans);
    }

    /**
     * The objects that keep all schemas.
     *
     * @throws UnsatisfiableException if there are plainly none
     */
    static Members read(List<Schema> schemas, Plans plans) {
        MemberRules rules = MemberRules.read(schemas);
        return new Members(rules, plans);
    }

    @Override
    public @Nullable JsonNode next(Draw draw) {
        return free ? freely(draw) : carefully(draw);
    }

    /** As {@link #carefully}, where there is nothing to be careful of. */
    private @Nullable JsonNode freely(Draw draw) {
        Member[] all = listed();
        boolean minimal = draw.minimal();
        int likely = minimal || rules.required().size() == all.length ? 0 : likely(draw);
        Map<String, JsonNode> members =
                all.length <= FewMembers.MOST ? new FewMembers(all.length) : new LinkedHashMap<>();
        draw.descend();
        try {
            for (Member member : all) {
                if (member.required) {
                    JsonNode value = member.plan.next(draw);
                    if (value == null) {
                        return null;
                    }
                    put(members, member.name, value);
                } else if (!minimal && member.plan.flaw(draw.search) == null && draw.chance(likely)) {
                    JsonNode value = member.plan.next(draw);
                    if (value != null) {
                        put(members, member.name, value);
                    }
                }
            }
            ObjectNode object = new ObjectNode(Json.NODES, members);
            extras.addTo(object, draw);
            return object;
        } finally {
            draw.ascend();
        }
    }

    /** A member whose name is not there yet. */
    private static void put(Map<String, JsonNode> members, String name, JsonNode value) {
        if (members instanceof FewMembers few) {
            few.add(name, value);
        } else {
            members.put(name, value);
        }
    }

    private Member[] listed() {
        Member[] known = listed;
        if (known == null) {
            known = rules.names().stream()
                    .map(name -> new Member(name, plan(name), rules.required().contains(name)))
                    .toArray(Member[]::new);
            listed = known;
        }
        return known;
    }

    /** How likely an optional member is this time, in a hundred. */
    private static int likely(Draw draw) {
        int mood = draw.random.nextInt(100);
        return mood < 8
                ? 0
                : mood < 20 && draw.depth() < 2 ? 100 : draw.depth() == 0 ? 65 : draw.depth() == 1 ? 55 : 35;
    }

    private @Nullable JsonNode carefully(Draw draw) {
        Set<String> chosen = chosen(draw);
        if (chosen == null) {
            return null;
        }
        ObjectNode object = Json.NODES.objectNode();
        draw.descend();
        try {
            for (String name : rules.names()) {
                if (!chosen.contains(name)) {
                    continue;
                }
                JsonNode value = plan(name).next(draw);
                if (value != null) {
                    object.set(name, value);
                } else if (rules.required().contains(name)) {
                    return null;
                }
            }
            extras.addTo(object, draw);
        } finally {
            draw.ascend();
        }
        return object.size() >= rules.min() && object.size() <= rules.max() && !rules.missesDependents(object)
                ? object
                : null;
    }

    @Override
    public boolean exact() {
        return true;
    }

    @Override
    public boolean fits(int depth, Set<Plan> open) {
        List<Plan> needed = needed();
        if (needed.isEmpty()) {
            return true;
        }
        if (depth == 0) {
            return false;
        }
        for (Plan plan : needed) {
            if (!plan.fits(depth - 1, new HashSet<>())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Plan> needed() {
        List<Plan> needed = new ArrayList<>();
        for (String name : rules.required()) {
            needed.add(plan(name));
        }
        return needed;
    }

    @Override
    public String hazards() {
        return rules.min() > rules.required().size() ? "minProperties " + rules.min() : "";
    }

    private Plan plan(String name) {
        Plan known = members.get(name);
        return known == null ? members.computeIfAbsent(name, n -> plans.of(rules.at(n))) : known;
    }

    /** The declared members of the next object: those that must be there, and some of those that may. */
    private @Nullable Set<String> chosen(Draw draw) {
        Set<String> chosen = new LinkedHashSet<>(rules.required());
        boolean minimal = draw.minimal();
        if (minimal && chosen.size() >= rules.min()) {
            return rules.close(chosen, n -> possible(n, draw)) ? chosen : null;
        }
        List<String> optional = new ArrayList<>();
        for (String name : rules.names()) {
            if (!chosen.contains(name) && possible(name, draw)) {
                optional.add(name);
            }
        }
        if (!minimal) {
            int likely = likely(draw);
            for (String name : optional) {
                if (draw.chance(likely)) {
                    chosen.add(name);
                }
            }
        }
        if (!rules.close(chosen, n -> possible(n, draw)) || chosen.size() > rules.max()) {
            chosen = fewer(chosen, draw);
        }
        if (chosen != null && chosen.size() < rules.min()) {
            optional.removeAll(chosen);
            Collections.shuffle(optional, draw.random);
            for (String name : optional) {
                if (chosen.size() >= rules.min()) {
                    break;
                }
                Set<String> more = new LinkedHashSet<>(chosen);
                more.add(name);
                if (rules.close(more, n -> possible(n, draw)) && more.size() <= rules.max()) {
                    chosen = more;
                }
            }
        }
        return chosen;
    }

    /** As many of the wanted members as are allowed, in a random choice. */
    private @Nullable Set<String> fewer(Set<String> wanted, Draw draw) {
        Set<String> chosen = new LinkedHashSet<>(rules.required());
        if (!rules.close(chosen, n -> possible(n, draw)) || chosen.size() > rules.max()) {
            return null;
        }
        List<String> rest = new ArrayList<>(wanted);
        rest.removeAll(chosen);
        Collections.shuffle(rest, draw.random);
        for (String name : rest) {
            Set<String> more = new LinkedHashSet<>(chosen);
            more.add(name);
            if (rules.close(more, n -> possible(n, draw)) && more.size() <= rules.max()) {
                chosen = more;
            }
        }
        return chosen;
    }

    private boolean possible(String name, Draw draw) {
        Plan plan = plan(name);
        return plan.flaw(draw.search) == null;
    }
}
