package io.contractcheck.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Why a service failed, by its own stack trace.
 *
 * @param type the class of the innermost exception
 * @param message of that exception, in one line and shortened; possibly empty
 * @param places the first lines of the service's own code that it went through, the innermost first, as {@code BookService.create:42};
 *     if there is none, the innermost line of all; empty where the trace shows no line of that exception, as Java's does once it was
 *     thrown often
 * @param own whether they are the service's own
 * @param wrapper the exception that was logged, with its message, if that is another
 */
public record RootCause(String type, String message, List<String> places, boolean own, Optional<String> wrapper) {
    private static final int PLACES = 3;

    /** Of these HotSpot keeps one without a stack for code that throws them often (OmitStackTraceInFastThrow). */
    private static final List<String> WITHOUT_STACK = List.of(
            "java.lang.NullPointerException",
            "java.lang.ArithmeticException",
            "java.lang.ArrayIndexOutOfBoundsException",
            "java.lang.ArrayStoreException",
            "java.lang.ClassCastException");

    private static final int MESSAGE = 300;

    public RootCause {
        places = List.copyOf(places);
    }

    /** What a trace tells. */
    public static RootCause of(Trace trace, OwnCode code) {
        Thrown root = trace.innermost();
        List<Frame> frames = List.of();
        boolean stackless = root.frames().isEmpty() && WITHOUT_STACK.contains(root.type());
        // where frames were left out of the cause, those around it still show the way
        for (int i = trace.chain().size() - 1; i >= 0 && frames.isEmpty() && !stackless; i--) {
            frames = trace.chain().get(i).frames().stream().filter(code::has).toList();
        }
        boolean own = !frames.isEmpty();
        if (!own && !stackless) {
            frames = trace.chain().stream()
                    .map(Thrown::frames)
                    .filter(f -> !f.isEmpty())
                    .reduce((a, b) -> b)
                    .map(f -> f.subList(0, 1))
                    .orElse(List.of());
        }
        Thrown outer = trace.chain().get(0);
        return new RootCause(
                root.type(),
                shortened(root.message()),
                places(frames),
                own,
                Objects.equals(outer.type(), root.type()) && outer.message().equals(root.message())
                        ? Optional.empty()
                        : Optional.of(described(outer.type(), shortened(outer.message()))));
    }

    private static List<String> places(List<Frame> frames) {
        List<String> places = new ArrayList<>();
        for (Frame frame : frames) {
            if (places.size() < PLACES && !places.contains(frame.place())) {
                places.add(frame.place());
            }
        }
        return places;
    }

    /** What makes it the same as another: {@code IllegalStateException at BookService.create:42}. */
    public String identity() {
        String name = type.substring(type.lastIndexOf('.') + 1);
        return (name.isEmpty() ? "an exception" : name) + (places.isEmpty() ? "" : " at " + places.get(0));
    }

    /** The innermost exception with its message. */
    public String describe() {
        return described(type, message);
    }

    /** The same with other words. */
    public RootCause with(UnaryOperator<String> words) {
        return new RootCause(
                words.apply(type),
                words.apply(message),
                places.stream().map(words).toList(),
                own,
                wrapper.map(words));
    }

    private static String described(String type, String message) {
        return (type.isEmpty() ? "an exception" : type) + (message.isEmpty() ? "" : ": " + message);
    }

    private static String shortened(String message) {
        String line = message.strip().replaceAll("\\s+", " ");
        return line.length() <= MESSAGE ? line : line.substring(0, MESSAGE - 1) + "…";
    }
}
