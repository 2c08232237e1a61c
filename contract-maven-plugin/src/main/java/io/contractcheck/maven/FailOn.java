package io.contractcheck.maven;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractException;
import io.contractcheck.Names;
import io.contractcheck.event.Doubt;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which doubts fail the build, as users write it. */
final class FailOn {
    private static final String PARAMETER = "failOn";

    private FailOn() {}

    /**
     * Kinds in the order written: plain names stand in place of the default, {@code +name} and {@code -name} change it.
     *
     * @throws ContractException if a name is not known
     */
    static List<Doubt.Kind> of(List<String> names) {
        Set<Doubt.Kind> kinds = new LinkedHashSet<>();
        if (names.stream().allMatch(n -> n.startsWith("+") || n.startsWith("-"))) {
            kinds.addAll(ContractConfig.DEFAULT_FAIL_ON);
        }
        for (String name : names) {
            if (name.equals("all")) {
                kinds.addAll(List.of(Doubt.Kind.values()));
            } else if (name.startsWith("-")) {
                kinds.remove(kind(name.substring(1)));
            } else if (!name.equals("none")) {
                kinds.add(kind(name.startsWith("+") ? name.substring(1) : name));
            } else if (names.size() > 1) {
                throw new ContractException(
                        PARAMETER + ": 'none' and other names contradict each other. Write only one of them.");
            }
        }
        return List.copyOf(kinds);
    }

    private static Doubt.Kind kind(String name) {
        return Arrays.stream(Doubt.Kind.values())
                .filter(k -> k.id().equals(name))
                .findFirst()
                .orElseThrow(() -> Names.unknown(
                        PARAMETER,
                        name,
                        Stream.concat(
                                        Stream.of("all", "none"),
                                        Arrays.stream(Doubt.Kind.values()).map(Doubt.Kind::id))
                                .toList()));
    }
}
