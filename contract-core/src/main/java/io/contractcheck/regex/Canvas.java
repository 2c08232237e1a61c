package io.contractcheck.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A text in the making: at each place the code points that may still stand there. Putting something where something is already leaves what
 * both allow, so that a match and the lookarounds on it can be drawn one over the other. Places count from where the match begins.
 */
final class Canvas {
    /** One place; a backreference shares the cells of what it repeats. */
    private static final class Cell {
        private Ranges set;
        private int chosen = -1;

        private Cell(Ranges set) {
            this.set = set;
        }
    }

    /** No way on from here; another try may find one. */
    static final class DeadEnd extends Exception {
        private static final long serialVersionUID = 1L;

        DeadEnd() {
            super(null, null, false, false);
        }
    }

    /** A state to go back to. */
    record Mark(int left, int right, boolean startFixed, boolean endFixed, int changes) {}

    private record Change(Cell cell, Ranges before) {}

    private final List<Cell> right = new ArrayList<>();
    /** What stands before the match, the nearest first. */
    private final List<Cell> left = new ArrayList<>();

    private final Deque<Change> changes = new ArrayDeque<>();
    private boolean startFixed;
    private boolean endFixed;

    /** The first place there is: 0 or less. */
    int start() {
        return -left.size();
    }

    /** The place after the last. */
    int end() {
        return right.size();
    }

    int length() {
        return left.size() + right.size();
    }

    boolean startFixed() {
        return startFixed;
    }

    boolean endFixed() {
        return endFixed;
    }

    void fixStart(int place) throws DeadEnd {
        require(place == start());
        startFixed = true;
    }

    void fixEnd(int place) throws DeadEnd {
        require(place == end());
        endFixed = true;
    }

    /** Lets only members of a set stand at a place inside, or at the next on either side. */
    void put(int place, Ranges set) throws DeadEnd {
        if (place >= start() && place < end()) {
            narrow(cell(place), set);
        } else {
            add(place, new Cell(set));
        }
    }

    /** Lets the same stand at a place as at another. */
    void repeat(int place, int other) throws DeadEnd {
        Cell same = cell(other);
        if (place < start() || place >= end()) {
            add(place, same);
            return;
        }
        Cell old = cell(place);
        if (old != same) {
            narrow(same, old.set);
            narrow(old, same.set);
        }
    }

    /** Whether a member of the set may still stand at a place. */
    boolean may(int place, Ranges set) {
        return place >= start() && place < end() && !cell(place).set.and(set).isEmpty();
    }

    boolean has(int place) {
        return place >= start() && place < end();
    }

    Mark mark() {
        return new Mark(left.size(), right.size(), startFixed, endFixed, changes.size());
    }

    void back(Mark mark) {
        while (changes.size() > mark.changes) {
            Change change = changes.pop();
            change.cell.set = change.before;
        }
        left.subList(mark.left, left.size()).clear();
        right.subList(mark.right, right.size()).clear();
        startFixed = mark.startFixed;
        endFixed = mark.endFixed;
    }

    /** Chooses at every place. */
    String paint(Random random, boolean tame) {
        Map<Ranges, Palette> palettes = new IdentityHashMap<>(); // equal sets may well be drawn twice
        StringBuilder text = new StringBuilder();
        for (int place = start(); place < end(); place++) {
            Cell cell = cell(place);
            if (cell.chosen < 0) {
                cell.chosen = palettes.computeIfAbsent(cell.set, Palette::of).pick(random, tame);
            }
            text.appendCodePoint(cell.chosen);
        }
        return text.toString();
    }

    private Cell cell(int place) {
        return place < 0 ? left.get(-1 - place) : right.get(place);
    }

    private void add(int place, Cell cell) throws DeadEnd {
        require(!cell.set.isEmpty());
        if (place < 0) {
            require(place == start() - 1 && !startFixed);
            left.add(cell);
        } else {
            require(place == end() && !endFixed);
            right.add(cell);
        }
    }

    private void narrow(Cell cell, Ranges set) throws DeadEnd {
        if (cell.set.equals(set)) {
            return;
        }
        Ranges both = cell.set.and(set);
        require(!both.isEmpty());
        changes.push(new Change(cell, cell.set));
        cell.set = both;
    }

    static void require(boolean condition) throws DeadEnd {
        if (!condition) {
            throw new DeadEnd();
        }
    }
}
