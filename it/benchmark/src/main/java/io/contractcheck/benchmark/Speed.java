package io.contractcheck.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a request costs, and how many a second are sent, in turns with a loop that only sends.
 *
 * <p>Requests a second depend on the service too, which runs on the same processors; CPU time for a request does not.
 *
 * <p>Each phase is first run until it has sent so many requests that the compiler has little left to do: a single run of the coverage phase is
 * over long before. What the very first run costs, as a build that runs one phase once sees it, is told beside it.
 */
record Speed(Path folder) {
    private static final int CONNECTIONS = Integer.getInteger("benchmark.connections", 4);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int WARM_UP = Integer.getInteger("benchmark.warmUp", 400_000);
    private static final long BARE_NANOS = 3_000_000_000L;

    void run(PrintStream out) throws IOException, InterruptedException {
        Phase coverage = new Phase("coverage", 120, 1, folder);
        Phase fuzzing = new Phase("fuzzing", 2, 20_000, folder);
        List<Spent> bare = new ArrayList<>();
        List<Spent> covered = new ArrayList<>();
        List<Spent> fuzzed = new ArrayList<>();
        try (Served service = Served.start(false)) {
            BareLoop loop = new BareLoop(service.url(), CONNECTIONS);
            List<Spent> cold =
                    List.of(loop.run(BARE_NANOS), warmUp(coverage, service.url()), warmUp(fuzzing, service.url()));
            first(out, cold);
            for (int round = 0; round < ROUNDS; round++) {
                Spent sent = loop.run(BARE_NANOS);
                Phase.Done first = coverage.run(service.url(), round);
                Spent again = loop.run(BARE_NANOS);
                Phase.Done second = fuzzing.run(service.url(), round);
                out.printf(
                        "round %d: bare %.0f/s %.3f ms, coverage %.0f/s %.3f ms (%d, %d findings), bare %.0f/s %.3f ms, fuzzing %.0f/s %.3f ms (%d, %d findings)%n",
                        round + 1,
                        sent.perSecond(),
                        sent.cpuMillis(),
                        first.spent().perSecond(),
                        first.spent().cpuMillis(),
                        first.spent().requests(),
                        first.findings(),
                        again.perSecond(),
                        again.cpuMillis(),
                        second.spent().perSecond(),
                        second.spent().cpuMillis(),
                        second.spent().requests(),
                        second.findings());
                bare.addAll(List.of(sent, again));
                covered.add(first.spent());
                fuzzed.add(second.spent());
            }
        }
        out.printf("%nA request, with %d connections (median, least to most)%n", CONNECTIONS);
        out.printf(
                "| | Requests a second | of the bare loop | CPU ms a request | beside the bare loop |%n|---|---|---|---|---|%n");
        row(out, "bare loop", bare, bare);
        row(out, "coverage", covered, bare);
        row(out, "fuzzing", fuzzed, bare);
    }

    /** Gives what the first run cost. */
    private static Spent warmUp(Phase phase, String url) throws IOException {
        Spent first = phase.run(url, -1).spent();
        for (long sent = first.requests(), run = 2; sent < WARM_UP; run++) {
            sent += phase.run(url, -run).spent().requests();
        }
        return first;
    }

    private static void first(PrintStream out, List<Spent> cold) {
        out.printf(
                "first run of each, one after the other: bare %.3f ms, coverage %.3f ms, fuzzing %.3f ms%n",
                cold.get(0).cpuMillis(), cold.get(1).cpuMillis(), cold.get(2).cpuMillis());
    }

    private static void row(PrintStream out, String name, List<Spent> measured, List<Spent> bare) {
        double rate = median(measured, Spent::perSecond);
        double cpu = median(measured, Spent::cpuMillis);
        out.printf(
                "| %s | %.0f (%s) | %.2f | %.3f (%s) | %+.3f |%n",
                name,
                rate,
                spread(measured, Spent::perSecond, "%.0f"),
                rate / median(bare, Spent::perSecond),
                cpu,
                spread(measured, Spent::cpuMillis, "%.3f"),
                cpu - median(bare, Spent::cpuMillis));
    }

    private static double median(List<Spent> measured, ToDoubleFunction<Spent> figure) {
        double[] figures = measured.stream().mapToDouble(figure).sorted().toArray();
        int middle = figures.length / 2;
        return figures.length % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
    }

    private static String spread(List<Spent> measured, ToDoubleFunction<Spent> figure, String format) {
        double[] figures = measured.stream().mapToDouble(figure).toArray();
        Arrays.sort(figures);
        return String.format(format + "–" + format, figures[0], figures[figures.length - 1]);
    }
}
