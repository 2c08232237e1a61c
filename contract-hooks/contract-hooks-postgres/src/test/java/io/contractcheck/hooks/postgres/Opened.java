package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.ResourceHook.Resource;

/** A build in small: opens a database, says so, and stays until it is killed or its input ends. */
final class Opened {
    private Opened() {}

    /** @param namesAndValues of the hook's settings */
    public static void main(String[] namesAndValues) throws Exception {
        long began = System.nanoTime();
        try {
            Resource database = new PostgresHook().open(TestContext.of(namesAndValues));
            System.out.println(
                    "opened " + database.describe() + "; " + (System.nanoTime() - began) / 1_000_000 + " ms");
            if (System.in.read() == 'c') {
                database.close();
                System.out.println("closed");
            }
        } catch (RuntimeException e) {
            System.out.println("failed " + e.getMessage() + "; " + (System.nanoTime() - began) / 1_000_000 + " ms");
        }
        System.exit(0);
    }
}
