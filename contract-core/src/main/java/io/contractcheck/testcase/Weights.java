package io.contractcheck.testcase;

import java.util.List;
import java.util.Random;

/** A choice among weighted things. */
final class Weights {
    private Weights() {}

    /** An index, as often as its weight says. */
    static int pick(List<Integer> weights, Random random) {
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        int left = weights.size() == 1 ? 0 : random.nextInt(sum);
        int index = 0;
        while (left >= weights.get(index)) {
            left -= weights.get(index++);
        }
        return index;
    }
}
