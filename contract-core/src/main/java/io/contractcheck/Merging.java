package io.contractcheck;

import io.contractcheck.event.Doubt;
import io.contractcheck.event.Journal;
import io.contractcheck.event.RunEvent;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.RunCheckHook;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.doubt.Doubts;
import io.contractcheck.internal.doubt.Evidence;
import io.contractcheck.internal.report.Merge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The shards of a run, told and judged as the run that they are together. */
final class Merging {
    private static final int DEEP = 4;
    /** In which a run says how far it goes. */
    private static final int BEGINNING = 1000;

    private final ContractMerge config;
    private final List<Hook> hooks;
    private final ContractRun.Recording listener;
    private final Secrets secrets = new Secrets();

    Merging(ContractMerge config, List<Hook> hooks, ContractRun.Recording listener) {
        this.config = config;
        this.hooks = List.copyOf(hooks);
        this.listener = listener;
    }

    /**
     * The journals below some folders, but for the one that is written now.
     *
     * @throws ContractException if a folder is not there, or would be written to
     */
    static List<Path> journals(ContractMerge config) {
        Path own = config.reports()
                .directory()
                .resolve(ContractRun.JOURNAL)
                .toAbsolutePath()
                .normalize();
        spare(own);
        Set<Path> journals = new LinkedHashSet<>();
        for (Path folder : config.shards()) {
            try (Stream<Path> files = Files.find(
                    folder,
                    DEEP,
                    (path, about) -> about.isRegularFile() && path.endsWith(ContractRun.JOURNAL),
                    FileVisitOption.FOLLOW_LINKS)) {
                files.sorted()
                        .filter(path -> !path.toAbsolutePath().normalize().equals(own))
                        .forEach(journals::add);
            } catch (IOException | UncheckedIOException e) {
                throw new ContractException("shards: cannot read " + folder + ": " + e.getMessage()
                        + ". Let it name the folder in which the shards left their reports.");
            }
        }
        return List.copyOf(journals);
    }

    /** What is to be merged must not be overwritten. */
    private static void spare(Path own) {
        if (!Files.exists(own)) {
            return;
        }
        try (Stream<RunEvent> events = Journal.read(own)) {
            events.limit(BEGINNING)
                    .filter(RunEvent.LimitsSet.class::isInstance)
                    .flatMap(e -> ((RunEvent.LimitsSet) e).shard().stream())
                    .findFirst()
                    .ifPresent(shard -> {
                        throw new ContractException(
                                "reportsDirectory: " + own.getParent() + " holds the journal of shard " + shard
                                        + ", which the merge would overwrite. Name another folder for the whole.");
                    });
        } catch (UncheckedIOException e) {
            // nothing that could be merged
        }
    }

    /**
     * Merges.
     *
     * @throws ContractException if the shards do not make one run
     */
    void run(List<Path> journals) {
        Guard.of(secrets, () -> tell(journals));
    }

    private RunEvent tell(List<Path> journals) {
        HookSetup setup = HookSetup.of(hooks, config.hooks(), secrets, listener);
        Merge merge = Merge.of(journals);
        merge.tell(listener);
        setup.list().failures(listener.summary(), Scope.builtIn(), secrets).forEach(listener::on);
        merge.hookUses(setup.list().used()).forEach(listener::on);
        List<String> there =
                hooks.stream().map(hook -> hook.getClass().getName()).toList();
        merge.hooks().stream()
                .filter(hook -> !there.contains(hook))
                .forEach(hook -> listener.on(new RunEvent.Warned("hook " + hook
                        + " took part in the shards and is not there where they are merged: if it is one that looks at the"
                        + " run as a whole (" + RunCheckHook.class.getSimpleName() + "), it did not")));
        RunEvent.RunPlanned planned = merge.planned();
        Doubts.of(
                        new Evidence(
                                listener.summary(),
                                planned.api(),
                                planned.users(),
                                merge.started().baseUrl()),
                        config.failOn())
                .forEach(d ->
                        listener.on(new RunEvent.Doubted(new Doubt(d.kind(), secrets.mask(d.message()), d.fails()))));
        RunEvent end = new RunEvent.RunFinished(merge.elapsed());
        listener.on(end);
        return end;
    }
}
