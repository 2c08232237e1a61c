package io.contractcheck.corpus;

import io.contractcheck.http.Request;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.OpenApiException;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.Wire;
import io.contractcheck.testcase.coverage.Coverage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One document: loaded, and each case of each operation judged. What it is busy with can be seen from outside. */
final class DocumentRun implements Runnable {
    private static final String BASE = "http://localhost";

    private final Corpus.Text text;
    private final CaseSource source;
    private final Predicate<Operation> wanted;
    private final Tally tally = new Tally();
    private volatile String busy = "loading";
    private volatile long since = System.nanoTime();
    private volatile long used;
    private long judging;

    DocumentRun(Corpus.Text text, CaseSource source, Predicate<Operation> wanted) {
        this.text = text;
        this.source = source;
        this.wanted = wanted;
    }

    Tally tally() {
        return tally;
    }

    /** The seconds that it is busy with the same thing. */
    double busySeconds() {
        return (System.nanoTime() - since) / 1e9;
    }

    String busy() {
        return text.name() + " " + busy;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void begin(String what) {
        busy = what;
        since = System.nanoTime();
        used = cpu();
    }

    /** The nanoseconds of CPU that its thread had used when it began what it is busy with. */
    long usedBefore() {
        return used;
    }

    @Override
    public void run() {
        begin("loading");
        Located root;
        Api api;
        try {
            root = text.root().get();
            api = ApiReader.read(root);
        } catch (OpenApiException e) {
            tally.refused(text.name() + ": " + e.getMessage());
            return;
        } catch (RuntimeException | StackOverflowError e) {
            tally.refused(text.name() + ": internal error");
            tally.error(text.name() + ": " + trace(e));
            return;
        }
        List<Operation> operations = api.operations().stream().filter(wanted).toList();
        tally.document(
                operations.size(),
                api.broken().stream()
                        .map(b -> text.name() + " " + b.label() + ": " + b.reason())
                        .toList());
        tally.took(text.name() + " loading", cpu(), 0);
        Judges judge = new Judges(root.node());
        Coverage walk = source.walk(api);
        for (Operation operation : operations) {
            begin(operation.label());
            judging = 0;
            long start = cpu();
            try {
                one(operation, walk, judge);
            } catch (RuntimeException | StackOverflowError e) {
                tally.error(text.name() + " " + operation.label() + ": " + trace(e));
            }
            tally.took(busy(), cpu() - start - judging, judging);
        }
    }

    private void one(Operation operation, Coverage walk, Judges judge) {
        Random random =
                new Random((text.name().hashCode() * 31L) ^ operation.label().hashCode());
        Optional<String> none = source.each(operation, walk, random, testCase -> {
            Request request = Wire.write(testCase, BASE);
            long start = cpu();
            Verdict verdict = judge.judge(testCase, request);
            boolean told = verdict.kind() == Verdict.Kind.DISAGREED || verdict.kind() == Verdict.Kind.INTERPRETED;
            tally.verdict(testCase, verdict, told ? describe(testCase, request, verdict) : "");
            judging += cpu() - start;
        });
        none.ifPresent(reason -> tally.unsatisfiable(text.name() + " " + reason));
    }

    private String describe(TestCase testCase, Request request, Verdict verdict) {
        Intent intent = testCase.intent();
        String label = intent instanceof Intent.Negative n
                ? "negative [" + n.mutation().location()
                        + n.mutation().parameter().map(p -> " " + p).orElse("") + " "
                        + n.mutation().pointer() + " " + n.mutation().keyword().orElse("") + "] " + intent.description()
                : "positive [" + intent.description() + "]";
        byte[] body = request.body();
        String values = Stream.concat(
                        testCase.parameters().stream()
                                .map(p -> p.parameter().name() + "=" + shortened(Json.write(p.value()))),
                        Stream.ofNullable(body).map(b -> "body=" + shortened(new String(b, StandardCharsets.UTF_8))))
                .collect(Collectors.joining(" "));
        return text.name() + " " + testCase.operation().label() + ": " + label + ": judge: " + verdict.message() + ": "
                + shortened(request.toString()) + " " + values;
    }

    private static String shortened(String text) {
        return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
    }

    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString().lines().limit(40).collect(Collectors.joining("\n"));
    }
}
