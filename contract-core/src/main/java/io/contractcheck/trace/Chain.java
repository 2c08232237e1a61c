package io.contractcheck.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A trace while it is read. */
final class Chain {
    private static final int FRAMES = 2000;
    private static final int MESSAGE = 2000;

    private final int line;
    private final List<Link> links = new ArrayList<>();
    private boolean innermostFirst;

    /** An exception in it, with the number of frames at its end that are left out since the one around it has them too. */
    static final class Link {
        private final String type;
        private final StringBuilder message = new StringBuilder();
        private final List<Frame> frames = new ArrayList<>();
        private int common;

        private Link(String type) {
            this.type = type;
        }

        void say(String words) {
            if (message.length() < MESSAGE && !words.isBlank()) {
                message.append(message.isEmpty() ? "" : " ").append(words.strip());
            }
        }

        void add(Frame frame) {
            if (frames.size() < FRAMES) {
                frames.add(frame);
            }
        }

        void common(int count) {
            common = count;
        }

        boolean started() {
            return !frames.isEmpty() || common > 0;
        }

        private Thrown thrown(List<Frame> all) {
            return new Thrown(type, message.toString(), all);
        }
    }

    /** @param line at which it begins */
    Chain(int line) {
        this.line = line;
    }

    Link link(String type, String message) {
        Link link = new Link(type);
        link.say(message);
        links.add(link);
        return link;
    }

    /** From now on, each exception is the one around that before it. */
    void innermostFirst() {
        innermostFirst = true;
    }

    boolean shows() {
        return links.stream().anyMatch(l -> !l.frames.isEmpty());
    }

    Trace trace() {
        List<Link> outermostFirst = new ArrayList<>(links);
        if (innermostFirst) {
            Collections.reverse(outermostFirst);
        }
        List<Thrown> chain = new ArrayList<>();
        List<Frame> around = List.of();
        for (Link link : outermostFirst) {
            List<Frame> all = new ArrayList<>(link.frames);
            if (link.common > 0 && link.common <= around.size()) {
                all.addAll(around.subList(around.size() - link.common, around.size()));
            }
            chain.add(link.thrown(all));
            around = all;
        }
        return new Trace(chain, line);
    }

    /** A number from a trace, if there is one. */
    static OptionalInt number(@Nullable String digits) {
        return digits == null || digits.isEmpty() || digits.length() > 8
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(digits));
    }
}
