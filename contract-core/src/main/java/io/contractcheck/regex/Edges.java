package io.contractcheck.regex;

import java.util.List;

/** Whether every match of a node stands at the beginning, or at the end, of the text. */
final class Edges {
    private Edges() {}

    static boolean beginsAtStart(Node node) {
        return holds(node, Node.Anchor.TEXT_START);
    }

    static boolean endsAtEnd(Node node) {
        return holds(node, Node.Anchor.TEXT_END);
    }

    private static boolean holds(Node node, Node.Anchor anchor) {
        if (node instanceof Node.Sequence sequence) {
            List<Node> parts = sequence.parts();
            for (int i = 0; i < parts.size(); i++) {
                Node part = parts.get(anchor == Node.Anchor.TEXT_START ? i : parts.size() - 1 - i);
                if (holds(part, anchor)) {
                    return true;
                }
                if (!(part instanceof Node.Look || part instanceof Node.Anchor)) {
                    return false;
                }
            }
            return false;
        }
        if (node instanceof Node.Choice choice) {
            return choice.branches().stream().allMatch(branch -> holds(branch, anchor));
        }
        if (node instanceof Node.Repeat repeat) {
            return repeat.min() > 0 && holds(repeat.body(), anchor);
        }
        if (node instanceof Node.Group group) {
            return holds(group.body(), anchor);
        }
        if (node instanceof Node.Atomic atomic) {
            return holds(atomic.body(), anchor);
        }
        return node == anchor;
    }
}
