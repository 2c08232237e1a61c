package io.contractcheck.event;

import io.contractcheck.check.Clue;
import io.contractcheck.check.Failure;
import io.contractcheck.event.RunEvent.CallAnswered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of the place where failures with one identity come from. Grows with what differs, never with how often it is seen. */
final class Evidence {
    private static final int MOST_SUSPECTS = 32;

    private final Comparator<CaseId> schedule;
    private final Set<String> words = new LinkedHashSet<>();
    private boolean plain;
    private Optional<String> place = Optional.empty();
    /** Of no two are all places of one among those of the other: what explains the fewer explains the more. */
    private final List<Suspects> suspects = new ArrayList<>();

    Evidence(Comparator<CaseId> schedule) {
        this.schedule = schedule;
    }

    /**
     * A case of drawn values that failed.
     *
     * @param places one of which must be the cause
     */
    record Suspects(Set<String> places, Failure failure, CallAnswered call) {
        boolean explainedBy(Set<String> known) {
            return places.stream().anyMatch(known::contains);
        }
    }

    void add(Clue clue, Failure failure, CallAnswered call) {
        words.add(clue.words());
        if (clue.sure()) {
            plain |= clue.places().isEmpty();
            place = clue.places().stream().findFirst().or(() -> place);
        } else if (!clue.places().isEmpty()) {
            add(new Suspects(new LinkedHashSet<>(clue.places()), failure, call));
        }
    }

    private void add(Suspects more) {
        Optional<Suspects> same =
                suspects.stream().filter(s -> s.places().equals(more.places())).findFirst();
        if (same.isPresent()
                ? schedule.compare(more.call().id(), same.get().call().id()) < 0
                : suspects.stream().noneMatch(s -> more.places().containsAll(s.places()))) {
            suspects.removeIf(other -> other.places().containsAll(more.places()));
            suspects.add(more);
            suspects.sort(Comparator.comparing((Suspects s) -> s.places().size())
                    .thenComparing(s -> s.call().id(), schedule));
            if (suspects.size() > MOST_SUSPECTS) {
                suspects.remove(MOST_SUSPECTS);
            }
        }
    }

    /** What was said. */
    Set<String> words() {
        return words;
    }

    /** Whether the plain case showed it. */
    boolean plain() {
        return plain;
    }

    /** The place of a case that was plain elsewhere. */
    Optional<String> place() {
        return place;
    }

    /** A known place that explains some of it, the first by name, if every case is explained by one. */
    Optional<String> explanation(Set<String> known) {
        return unexplained(known).isPresent()
                ? Optional.empty()
                : known.stream()
                        .filter(k -> suspects.isEmpty()
                                || suspects.stream().anyMatch(s -> s.places().contains(k)))
                        .sorted()
                        .findFirst();
    }

    /** The first case that no known place explains. */
    Optional<Suspects> unexplained(Set<String> known) {
        return suspects.stream().filter(s -> !s.explainedBy(known)).findFirst();
    }

    /** Cases of which the cause must be one place, in the order of these. */
    List<Suspects> alone() {
        return suspects.stream()
                .filter(s -> s.places().size() == 1)
                .sorted(Comparator.comparing(s -> s.places().iterator().next()))
                .toList();
    }
}
