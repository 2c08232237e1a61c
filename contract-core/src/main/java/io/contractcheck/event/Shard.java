package io.contractcheck.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal shares of a run, for as many machines. To which share a scenario belongs is decided by what it is known by and the
 * run's seed, so that all shares together are the run, and no two have a scenario in common.
 *
 * @param index from 1
 * @param count how many shares there are
 */
public record Shard(int index, int count) {
    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,9})\\s*/\\s*(\\d{1,9})\\s*");

    /** @throws IllegalArgumentException if there is no such share */
    public Shard {
        if (count < 1 || index < 1 || index > count) {
            throw new IllegalArgumentException(
                    "there is no shard " + index + "/" + count + ": the first of two is 1/2, the last 2/2");
        }
    }

    /**
     * As users write it: {@code 2/8}.
     *
     * @throws IllegalArgumentException if it is written otherwise, or there is no such share
     */
    public static Shard of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no shard: write which of how many, as 1/4 for the first of four");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether a scenario belongs to this share. */
    public boolean has(ScenarioId id, long seed) {
        if (count == 1) {
            return true;
        }
        String identity = seed + "\n" + id.phase() + "\n" + id.operation() + "\n" + id.index();
        try {
            int hash = ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8)))
                    .getInt();
            return Math.floorMod(hash, count) == index - 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name of a folder for what it leaves, as {@code shard-2-of-8}. */
    public String folder() {
        return "shard-" + index + "-of-" + count;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
