package io.contractcheck;

import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.event.Doubt;
import io.contractcheck.hook.HookSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * How the shards of a run are merged.
 *
 * @param shards folders that shards left their journals in, or folders above those
 * @param hooks what users set for hooks, as in the shards
 * @param reports what is written, and where
 * @param failOn doubts that fail the build
 */
public record ContractMerge(List<Path> shards, HookSettings hooks, Reporting reports, List<Doubt.Kind> failOn) {
    public ContractMerge {
        shards = List.copyOf(shards);
        failOn = List.copyOf(failOn);
    }
}
