package io.contractcheck.internal.engine;

import io.contractcheck.internal.phase.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One round of a phase over its operations. One worker gets the scenarios of the first operation, then those of the second, and so on;
 * several take turns within the first ones, and while one makes its next scenario, the others go on to the operations after it.
 * Thread-safe.
 */
final class Round {
    private static final int OPEN = 128;

    private final int number;
    private final List<Slot> slots;
    private final Consumer<Lane> over;
    private int first;

    private static final class Slot {
        private final Lane lane;
        private final boolean stays;
        private boolean busy;
        private boolean done;

        private Slot(Lane lane, boolean stays) {
            this.lane = lane;
            this.stays = stays;
        }
    }

    /**
     * Nothing of it was run yet.
     *
     * @param number from 0
     * @param lanes those that are not over, in the order of their operations
     * @param over is told of each of them that has no more scenarios, by the worker that saw it
     */
    Round(int number, List<Lane> lanes, Consumer<Lane> over) {
        this.number = number;
        this.over = over;
        this.slots = new ArrayList<>(lanes.size());
        lanes.forEach(lane -> slots.add(new Slot(lane, slots.size() < OPEN)));
    }

    private Round(int number, Slot slot, Consumer<Lane> over) {
        this.number = number;
        this.over = over;
        this.slots = List.of(slot);
    }

    /** The same in parts of one operation each, in their order. */
    List<Round> byOperation() {
        return slots.stream().map(slot -> new Round(number, slot, over)).toList();
    }

    /** A scenario with the operation it belongs to. */
    record Turn(Lane lane, Scenario scenario) {}

    /** The next one, or null if there are no more in this round; waits only for what another worker is making just now. */
    @Nullable Turn next() {
        for (Slot slot = claim(); slot != null; slot = claim()) {
            Scenario scenario = null;
            try {
                scenario = slot.lane.next(number);
            } finally {
                release(slot, scenario == null);
            }
            if (scenario != null) {
                return new Turn(slot.lane, scenario);
            }
            if (slot.lane.over()) {
                over.accept(slot.lane);
            }
        }
        return null;
    }

    private synchronized @Nullable Slot claim() {
        while (true) {
            while (first < slots.size() && slots.get(first).done) {
                first++;
            }
            if (first == slots.size()) {
                return null;
            }
            for (int i = first; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                if (!slot.done && !slot.busy) {
                    slot.busy = true;
                    return slot;
                }
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    private synchronized void release(Slot slot, boolean done) {
        slot.busy = false;
        slot.done = done;
        if (done && !slot.stays) {
            slot.lane.loosen();
        }
        notifyAll();
    }
}
