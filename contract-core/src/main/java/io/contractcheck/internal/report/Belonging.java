package io.contractcheck.internal.report;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunEvent.RunPlanned;
import io.contractcheck.event.RunEvent.RunStarted;
import io.contractcheck.event.Shard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether shards are those of one run, all there, and at their end. */
final class Belonging {
    private Belonging() {}

    /**
     * The shards by their index.
     *
     * @throws MergeException if they do not make one run
     */
    static List<ShardRecord> inOrder(List<ShardRecord> records) {
        for (ShardRecord record : records) {
            if (record.broken().isPresent()) {
                throw new MergeException(
                        named(record) + " could not run: " + record.broken().get() + "\nRun it again, then merge.");
            }
            if (record.shard().isEmpty()
                    || record.started().isEmpty()
                    || record.planned().isEmpty()) {
                throw new MergeException(record.journal()
                        + " is of a run that is no shard, or that ended before it began. Leave it out,"
                        + " or run it again with shard (contract.shard).");
            }
        }
        Map<Integer, ShardRecord> byIndex = new TreeMap<>();
        for (ShardRecord record : records) {
            same(records.get(0), record);
            ShardRecord twice = byIndex.put(shard(record).index(), record);
            if (twice != null) {
                throw new MergeException("shard " + shard(record) + " is there twice: " + twice.journal() + " and "
                        + record.journal() + ". Delete the one that does not belong to this run.");
            }
        }
        int count = shard(records.get(0)).count();
        List<String> missing = IntStream.rangeClosed(1, count)
                .filter(i -> !byIndex.containsKey(i))
                .mapToObj(i -> i + "/" + count)
                .toList();
        if (!missing.isEmpty()) {
            throw new MergeException((missing.size() == 1 ? "shard " : "shards ") + String.join(", ", missing)
                    + (missing.size() == 1 ? " is" : " are") + " not there; found: "
                    + byIndex.values().stream()
                            .map(r -> shard(r) + " in " + r.journal())
                            .collect(Collectors.joining(", "))
                    + ".\nRun what is missing with the same seed, "
                    + started(records.get(0)).seed() + ", or let shards name the folder it is in.");
        }
        for (ShardRecord record : byIndex.values()) {
            if (record.cuts().stream().anyMatch(cut -> cut.reason() == RunEvent.RunCut.Reason.STOPPED)) {
                throw new MergeException(
                        named(record) + " was stopped before it came to its end.\nRun it again, then merge.");
            }
            if (record.elapsed().isEmpty()) {
                throw new MergeException(named(record) + " did not come to its end: it was killed, or is still running."
                        + "\nWait for it or run it again, then merge.");
            }
        }
        return List.copyOf(byIndex.values());
    }

    private static void same(ShardRecord first, ShardRecord other) {
        differ(first, other, "the number of shards", r -> shard(r).count());
        differ(first, other, "the version of ContractCheck", r -> started(r).version());
        differ(first, other, "the seed", r -> started(r).seed());
        differ(first, other, "the list of phases", r -> started(r).phases());
        differ(first, other, "the list of checks", r -> started(r).checks());
        Set<String> names = new LinkedHashSet<>(planned(first).settings().keySet());
        names.addAll(planned(other).settings().keySet());
        for (String name : names) {
            differ(first, other, name, r -> planned(r).settings().getOrDefault(name, "not set"));
        }
        differ(first, other, "the list of hooks", r -> hooks(r).keySet());
        hooks(first)
                .keySet()
                .forEach(hook -> differ(first, other, "hook " + hook, r -> Objects.requireNonNull(hooks(r).get(hook))));
        differ(first, other, "the list of operations", r -> started(r).operations());
        differ(first, other, "the document", r -> planned(r).document());
    }

    private static Map<String, String> hooks(ShardRecord record) {
        Map<String, String> hooks = new LinkedHashMap<>();
        for (RunEvent.HookLoaded hook : record.hooks()) {
            hooks.put(
                    hook.hook(),
                    hook.hash().map(h -> "with the contents " + h).orElse("of unknown contents")
                            + hook.scope().map(s -> ", for " + s).orElse(""));
        }
        return hooks;
    }

    private static void differ(ShardRecord first, ShardRecord other, String what, Function<ShardRecord, Object> of) {
        Object a = of.apply(first);
        Object b = of.apply(other);
        if (a.equals(b)) {
            return;
        }
        boolean lists = a instanceof Collection && b instanceof Collection;
        throw new MergeException("the shards are not of one run: " + what + " is another in " + named(other)
                + (lists
                        ? " (" + only((Collection<?>) b, (Collection<?>) a) + ") than in " + named(first) + " ("
                                + only((Collection<?>) a, (Collection<?>) b) + ")"
                        : " (" + b + ") than in " + named(first) + " (" + a + ")")
                + ".\nRun all shards from the same commit with the same configuration and seed, and leave out"
                + " journals of other runs.");
    }

    private static String only(Collection<?> here, Collection<?> there) {
        List<Object> only = new ArrayList<>(here);
        only.removeAll(there);
        return only.isEmpty()
                ? "nothing more"
                : only.stream().limit(3).map(String::valueOf).collect(Collectors.joining(", "))
                        + (only.size() > 3 ? " and " + (only.size() - 3) + " more" : "");
    }

    private static String named(ShardRecord record) {
        return record.shard().map(shard -> "shard " + shard + ", ").orElse("") + record.journal() + ",";
    }

    private static Shard shard(ShardRecord record) {
        return record.shard().orElseThrow();
    }

    private static RunStarted started(ShardRecord record) {
        return record.started().orElseThrow();
    }

    private static RunPlanned planned(ShardRecord record) {
        return record.planned().orElseThrow();
    }
}
