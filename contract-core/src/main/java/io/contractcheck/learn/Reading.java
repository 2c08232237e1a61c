package io.contractcheck.learn;

import io.contractcheck.learn.error.Claim;
import io.contractcheck.learn.error.Complaint;
import io.contractcheck.learn.error.Where;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.Spot;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a complaint means for the values of an operation: rules at places that the document has, which what was sent breaks. */
final class Reading {
    private final Declared declared;
    private final TestCase sent;

    Reading(Declared declared, TestCase sent) {
        this.declared = declared;
        this.sent = sent;
    }

    /** What is to be learnt of it; nothing if it was misread. */
    List<Rule> rules(Complaint complaint) {
        for (Spot spot : spots(complaint)) {
            List<Rule> rules = new ArrayList<>();
            for (Claim claim : complaint.claims()) {
                rules.addAll(Meaning.of(claim, spot, declared, sent, complaint.words()));
            }
            if (rules.stream().anyMatch(rule -> Broken.by(sent, rule, declared))) {
                return rules;
            }
        }
        return List.of();
    }

    /** The places that it may speak of, the likeliest first. */
    private Set<Spot> spots(Complaint complaint) {
        Where where = complaint.where();
        Set<Spot> spots = new LinkedHashSet<>();
        boolean unknown = complaint.claims().stream().anyMatch(c -> c.keyword().equals(Claim.UNKNOWN));
        List<String> steps = where.steps();
        if (where.part().equals(Optional.of(Mutation.Location.BODY))
                && steps.isEmpty()
                && where.value().isEmpty()) {
            spots.add(Spot.ofBody(List.of()));
        }
        for (int from = 0; from < steps.size(); from++) {
            List<String> rest = steps.subList(from, steps.size());
            place(where, rest).forEach(spots::add);
            if (unknown) {
                place(where, rest.subList(0, rest.size() - 1)).forEach(parent -> spots.add(member(parent, rest)));
            }
        }
        if (unknown && steps.size() == 1 && isBody(where)) {
            spots.add(member(Spot.ofBody(List.of()), steps));
        }
        if (spots.isEmpty() && isBody(where)) {
            only(where).ifPresent(spots::add);
        }
        return spots;
    }

    private static Spot member(Spot parent, List<String> steps) {
        List<String> more = new ArrayList<>(parent.steps());
        more.add(steps.get(steps.size() - 1));
        return new Spot(parent.part(), parent.name(), more);
    }

    private static boolean isBody(Where where) {
        return where.part().filter(p -> p != Mutation.Location.BODY).isEmpty();
    }

    private List<Spot> place(Where where, List<String> steps) {
        List<Spot> found = new ArrayList<>();
        if (steps.isEmpty()) {
            return found;
        }
        if (isBody(where)) {
            declared.inBody(steps).ifPresent(found::add);
        }
        if (where.part().filter(Mutation.Location.BODY::equals).isEmpty()) {
            for (Parameter parameter : declared.operation().parameters()) {
                if (where.part()
                                .filter(p -> !p.name().equals(parameter.in().name()))
                                .isEmpty()
                        && Declared.plain(parameter.name()).equals(Declared.plain(steps.get(0)))) {
                    declared.in(parameter, steps.subList(1, steps.size())).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** The only place of that name in the body, or where that value was sent. */
    private Optional<Spot> only(Where where) {
        List<Spot> all = declared.inBody().stream()
                .filter(spot -> where.steps().isEmpty()
                        ? where.value().filter(v -> isSent(spot, v)).isPresent()
                        : Declared.plain(spot.last())
                                .equals(Declared.plain(
                                        where.steps().get(where.steps().size() - 1))))
                .toList();
        if (all.isEmpty() && where.value().isPresent() && where.part().isEmpty()) {
            all = declared.operation().parameters().stream()
                    .map(p -> Spot.of(p, List.of()))
                    .filter(spot -> isSent(spot, where.value().get()))
                    .toList();
        }
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private boolean isSent(Spot spot, String text) {
        return !text.isEmpty()
                && spot.in(sent).stream()
                        .anyMatch(value -> value.isValueNode() && value.asText().equals(text));
    }
}
