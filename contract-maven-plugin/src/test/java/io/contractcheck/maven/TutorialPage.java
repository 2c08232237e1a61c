package io.contractcheck.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the site that is to be carried out: its fenced blocks, in order. A block below a paragraph that ends with a file's name and a
 * colon is that file, or a change of it; a block of {@code sh} holds commands; one of {@code text} holds lines that the last command
 * printed.
 *
 * @param steps in order
 */
record TutorialPage(List<Step> steps) {
    private static final Pattern FILE = Pattern.compile("(?s).*`([^`\\s]+)`:\\s*");

    /** What a reader is to do or to see. */
    sealed interface Step {
        /** Writes a file. */
        record Write(String file, String text) implements Step {}

        /** Changes a file as a diff says. */
        record Change(String file, String before, String after) implements Step {}

        /** Types a command. */
        record Type(String command) implements Step {}

        /** Sees lines, in this order, among others. */
        record See(List<String> lines) implements Step {}
    }

    static TutorialPage read(Path page) throws IOException {
        List<Step> steps = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        Iterator<String> lines = Files.readAllLines(page).iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("```")) {
                StringBuilder block = new StringBuilder();
                for (String inside = lines.next(); !inside.equals("```"); inside = lines.next()) {
                    block.append(inside).append('\n');
                }
                add(steps, line.substring(3), FILE.matcher(paragraph), block.toString());
                paragraph.setLength(0);
            } else if (!line.isBlank()) {
                paragraph.append(line).append('\n');
            } else if (!FILE.matcher(paragraph).matches()) {
                paragraph.setLength(0);
            }
        }
        return new TutorialPage(List.copyOf(steps));
    }

    private static void add(List<Step> steps, String language, Matcher file, String text) {
        boolean named = file.matches();
        if (language.equals("sh")) {
            text.lines().forEach(command -> steps.add(new Step.Type(command)));
        } else if (language.equals("diff") && named) {
            steps.add(new Step.Change(file.group(1), side(text, '+'), side(text, '-')));
        } else if (named) {
            steps.add(new Step.Write(file.group(1), text));
        } else if (language.equals("text")) {
            steps.add(new Step.See(text.lines().toList()));
        } else {
            throw new AssertionError("nobody can tell what is to be done with\n" + text);
        }
    }

    /** One side of a diff: its lines without those that only the other side has. */
    private static String side(String diff, char other) {
        StringBuilder side = new StringBuilder();
        diff.lines()
                .filter(line -> line.isEmpty() || line.charAt(0) != other)
                .forEach(line ->
                        side.append(line.isEmpty() ? "" : line.substring(1)).append('\n'));
        return side.toString();
    }
}
