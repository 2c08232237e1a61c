package io.contractcheck.internal.report;

import io.contractcheck.event.CaseId;
import io.contractcheck.event.Journal;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunOrder;
import io.contractcheck.event.ScenarioId;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of one shard, one after the other, each with its place in the run. To be closed. */
final class Strand implements AutoCloseable {
    private final Stream<RunEvent> events;
    private final Iterator<RunEvent> rest;
    private final int number;
    private @Nullable RunEvent head;
    private Place place = Place.BEFORE;

    /**
     * Where in the order of a run with one worker.
     *
     * @param phase its name; empty before the first
     * @param round from 0
     * @param retry whether it is run again after the round
     * @param id which call
     */
    record Place(String phase, int round, boolean retry, CaseId id) {
        private static final Place BEFORE = new Place("", -1, false, new CaseId(new ScenarioId("", "", 0), "", 0));

        private static Place of(CaseId id, boolean retry) {
            return new Place(id.scenario().phase(), id.scenario().round(), retry, id);
        }

        int compare(Place other, RunOrder order) {
            int by = order.phases(phase, other.phase);
            by = by != 0 ? by : Integer.compare(round, other.round);
            by = by != 0 ? by : Boolean.compare(retry, other.retry);
            return by != 0 ? by : order.compare(id, other.id);
        }
    }

    /** @param number of the shard, from 0 */
    Strand(Path journal, int number) {
        this.events = Journal.read(journal);
        this.rest = events.iterator();
        this.number = number;
        advance();
    }

    int number() {
        return number;
    }

    /** The next event, or null if there are no more. */
    @Nullable RunEvent head() {
        return head;
    }

    Place place() {
        return place;
    }

    void advance() {
        head = rest.hasNext() ? rest.next() : null;
        if (head != null) {
            place = place(head);
        }
    }

    /** Whatever belongs to no call comes where it came. */
    private Place place(RunEvent event) {
        if (event instanceof RunEvent.PhaseStarted e) {
            return new Place(e.phase(), -1, false, Place.BEFORE.id());
        } else if (event instanceof RunEvent.PhaseFinished e) {
            return new Place(e.phase(), Integer.MAX_VALUE, true, place.id());
        } else if (event instanceof RunEvent.RetryBegun e) {
            return Place.of(new CaseId(e.scenario(), "", 0), true);
        } else if (event instanceof RunEvent.CallAnswered e) {
            return place(e.id(), e.purpose());
        } else if (event instanceof RunEvent.CallUnanswered e) {
            return place(e.id(), e.purpose());
        }
        return place;
    }

    /** A case that was refused once stands before its second attempt; what else is probed belongs to no phase. */
    private Place place(CaseId id, Purpose purpose) {
        boolean retry = purpose != Purpose.CASE && purpose != Purpose.PROBE;
        return purpose == Purpose.PROBE ? place : Place.of(retry ? new CaseId(id.scenario(), "", 0) : id, retry);
    }

    @Override
    public void close() {
        events.close();
    }
}
