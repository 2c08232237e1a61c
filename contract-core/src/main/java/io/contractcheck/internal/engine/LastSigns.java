package io.contractcheck.internal.engine;

import io.contractcheck.event.CaseId;
import io.contractcheck.http.TransportException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** The last calls that a service took: one of them may be why it went away. Thread-safe. */
final class LastSigns {
    private static final int KEPT = 4;

    private final Deque<Sign> signs = new ArrayDeque<>();

    private record Sign(CaseId id, boolean cut) {}

    void answered(CaseId id) {
        add(new Sign(id, false));
    }

    void unanswered(CaseId id, TransportException.Kind kind) {
        add(new Sign(id, kind == TransportException.Kind.CLOSED));
    }

    private synchronized void add(Sign sign) {
        signs.addLast(sign);
        if (signs.size() > KEPT) {
            signs.removeFirst();
        }
    }

    /** A sentence or two to go on with: those whose connection broke, else the last one; nothing if there was none. */
    synchronized String told() {
        if (signs.isEmpty()) {
            return "";
        }
        List<CaseId> cut =
                signs.stream().filter(Sign::cut).map(Sign::id).distinct().toList();
        List<CaseId> last = cut.isEmpty() ? List.of(signs.getLast().id()) : cut;
        List<String> operations =
                last.stream().map(CaseId::operation).distinct().toList();
        return " Its last "
                + (last.size() == 1 ? "sign of life followed " : "signs of life followed ")
                + last.stream().map(id -> id.scenario().toString()).distinct().collect(Collectors.joining(", "))
                + (operations.size() == 1 ? ". If that operation stops it" : ". If one of these operations stops it")
                + ", leave it out: "
                + operations.stream().map(o -> "<excludes>" + o + "</excludes>").collect(Collectors.joining(" or "))
                + " (contract.excludes).";
    }
}
