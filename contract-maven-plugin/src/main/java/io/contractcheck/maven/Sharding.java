package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.event.Shard;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which share of a run is made here: as the parameter says, otherwise as Kubernetes tells the pods of an Indexed Job. It sets the index, from
 * 0; how many there are the manifest has to say.
 *
 * @param shard the share, if the run is shared
 * @param warning why it is not, where it may have been meant to be
 */
record Sharding(Optional<Shard> shard, Optional<String> warning) {
    private static final String INDEX = "JOB_COMPLETION_INDEX";
    private static final String COUNT = "JOB_COMPLETIONS";

    /** @throws ContractException if there is no such share */
    static Sharding of(@Nullable String parameter, Map<String, String> environment) {
        Optional<Shard> explicit = Values.shard("shard", parameter);
        String index = environment.getOrDefault(INDEX, "").trim();
        String count = environment.getOrDefault(COUNT, "").trim();
        if (explicit.isPresent() || index.isEmpty()) {
            return new Sharding(explicit, Optional.empty());
        }
        if (count.isEmpty()) {
            return new Sharding(
                    Optional.empty(),
                    Optional.of("This is pod " + index + " of an Indexed Job (" + INDEX
                            + "), but nothing says of how many, so"
                            + " that the whole run is made here. Set " + COUNT + " in the manifest's env to the Job's"
                            + " completions, or shard (contract.shard=1/1 for the whole)."));
        }
        try {
            return new Sharding(
                    Optional.of(new Shard(Math.addExact(Integer.parseInt(index), 1), Integer.parseInt(count))),
                    Optional.empty());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ContractException(
                    INDEX + "=" + index + " and " + COUNT + "=" + count
                            + " name no shard: the index is counted from 0, and "
                            + COUNT + " has to be the Job's completions. Correct it in the manifest's env, or set shard"
                            + " (contract.shard).",
                    e);
        }
    }

    /** The folder of this share's own, as {@code shard-2-of-8}, if the run is shared. */
    Optional<String> folder() {
        return shard.filter(s -> s.count() > 1).map(Shard::folder);
    }
}
