package io.contractcheck.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.event.LoggedCause;
import io.contractcheck.event.Prelude;
import io.contractcheck.event.RunEvent.LimitsSet;
import io.contractcheck.event.RunEvent.RunStarted;
import io.contractcheck.event.RunSummary;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Utf8;
import io.contractcheck.json.Beginning;
import io.contractcheck.json.Json;
import io.contractcheck.trace.RootCause;
import java.io.IOException;
import java.io.Writer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The summary for machines: {@code summary.json}. */
final class SummaryJson implements Report {
    private static final int BODY_CHARACTERS = 4096;

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public String file() {
        return "summary.json";
    }

    @Override
    public void write(RunSummary summary, Writer out) throws IOException {
        ObjectNode root = Json.NODES.objectNode();
        root.put("tool", "ContractCheck");
        summary.started().ifPresent(s -> started(root, s));
        root.put("finished", summary.finished());
        summary.broken().ifPresent(b -> root.put("broken", b));
        root.put("operations", summary.operations().size());
        root.put("operationsReached2xx", summary.operationsReached2xx());
        root.put("cases", summary.cases());
        root.put("requests", summary.requests());
        summary.elapsed().ifPresent(e -> root.put("elapsedMillis", e.toMillis()));
        if (summary.throttled().times() > 0) {
            root.putObject("throttled")
                    .put("times", summary.throttled().times())
                    .put("waitedMillis", summary.throttled().waited().toMillis())
                    .put("stood", summary.throttled().stood());
        }
        summary.restored()
                .ifPresent(r -> root.putObject("restored")
                        .put("isolation", r.isolation().toString())
                        .put("times", r.times())
                        .put("tookMillis", r.elapsed().toMillis()));
        summary.limits().ifPresent(l -> limits(l, root.putObject("limits")));
        summary.cut().ifPresent(c -> cut(c, root.putObject("cut")));
        doubts(summary, root.putArray("doubts"));
        ArrayNode learnt = root.putArray("learnt");
        summary.learnt()
                .forEach(rule -> learnt.addObject()
                        .put("operation", rule.operation())
                        .put("place", rule.place())
                        .put("keyword", rule.keyword())
                        .put("value", rule.value())
                        .put("said", rule.said()));
        phases(summary, root.putArray("phases"));
        root.putArray("findings");
        rootCauses(summary, root.putArray("rootCauses"));
        ArrayNode notTested = root.putArray("notTested");
        summary.notTested()
                .forEach(n ->
                        notTested.addObject().put("operation", n.operation()).put("reason", n.reason()));
        ArrayNode withheld = root.putArray("withheld");
        summary.withheld()
                .forEach(w -> withheld.addObject()
                        .put("operation", w.operation())
                        .put("cases", w.cases())
                        .put("reason", w.reason()));
        ArrayNode leftOut = root.putArray("leftOut");
        summary.leftOut().forEach(l -> leftOut(l, leftOut.addObject()));
        ArrayNode errors = root.putArray("errors");
        summary.errors().forEach(e -> {
            ObjectNode node = errors.addObject();
            e.operation().ifPresent(o -> node.put("operation", o));
            node.put("message", e.message()).put("occurrences", e.occurrences());
            e.reproduce().ifPresent(r -> node.put("reproduce", r));
        });
        ArrayNode warnings = root.putArray("warnings");
        summary.warnings().forEach(warnings::add);
        ArrayNode perCheck = root.putArray("perCheck");
        summary.checks()
                .forEach(c -> perCheck.addObject()
                        .put("check", c.name())
                        .put("operations", c.operations())
                        .put("judged", c.judged()));
        hooks(summary, root.putArray("hooks"));
        ArrayNode credentials = root.putArray("credentials");
        summary.credentials()
                .forEach(c -> credentials
                        .addObject()
                        .put("user", c.user())
                        .put("credential", c.credential())
                        .put("description", c.description())
                        .put("requests", c.requests()));
        perOperation(summary, root.putArray("perOperation"));
        try (JsonGenerator json = Json.prettyWriter(out)) {
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> member : root.properties()) {
                json.writeFieldName(member.getKey());
                if (member.getKey().equals("findings")) {
                    findings(summary, json);
                } else {
                    json.writeTree(member.getValue());
                }
            }
            json.writeEndObject();
        }
        out.write('\n');
    }

    /** One after the other, since there may be many, each with its request and response. */
    private static void findings(RunSummary summary, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (RunSummary.Finding finding : summary.findings()) {
            ObjectNode node = Json.NODES.objectNode();
            finding(finding, node);
            json.writeTree(node);
        }
        json.writeEndArray();
    }

    private static void started(ObjectNode root, RunStarted started) {
        root.put("version", started.version())
                .put("spec", started.spec())
                .put("specification", started.specification())
                .put("title", started.title())
                .put("apiVersion", started.apiVersion())
                .put("baseUrl", started.baseUrl())
                .put("seed", started.seed())
                .put("startedAt", started.at().toString());
        ArrayNode checks = root.putArray("checks");
        started.checks().forEach(checks::add);
    }

    private static void limits(LimitsSet limits, ObjectNode node) {
        node.put("workers", limits.workers())
                .put("maxTimeMillis", limits.maxTime().toMillis());
        limits.maxFailures().ifPresent(most -> node.put("maxFailures", most));
        limits.shard().ifPresent(shard -> node.put("shard", shard.toString()));
    }

    private static void cut(RunSummary.Cut cut, ObjectNode node) {
        node.put("reason", cut.reason().name().toLowerCase(Locale.ROOT)).put("message", cut.message());
        ArrayNode unreached = node.putArray("unreached");
        cut.unreached()
                .forEach(u -> unreached
                        .addObject()
                        .put("phase", u.phase())
                        .put("operation", u.operation())
                        .put("scenarios", u.scenarios()));
    }

    private static void leftOut(RunSummary.LeftOut leftOut, ObjectNode node) {
        node.put("hook", leftOut.hook())
                .put("kind", leftOut.kind().name().toLowerCase(Locale.ROOT))
                .put("operation", leftOut.operation());
        if (!leftOut.failure().isEmpty()) {
            node.put("failure", leftOut.failure());
        }
        node.put("times", leftOut.times());
    }

    private static void doubts(RunSummary summary, ArrayNode doubts) {
        summary.doubts()
                .forEach(d -> doubts.addObject()
                        .put("kind", d.kind().id())
                        .put("fails", d.fails())
                        .put("message", d.message()));
    }

    private static void hooks(RunSummary summary, ArrayNode hooks) {
        summary.hooks().forEach(h -> {
            ObjectNode node = hooks.addObject().put("name", h.name()).put("origin", h.origin());
            h.artifact().ifPresent(a -> node.put("artifact", a));
            h.hash().ifPresent(a -> node.put("hash", a));
            h.scope().ifPresent(s -> node.put("scope", s));
            node.put("required", h.required()).put("calls", h.calls()).put("applied", h.applied());
        });
    }

    private static void phases(RunSummary summary, ArrayNode phases) {
        summary.phases().forEach(p -> {
            ObjectNode node = phases.addObject()
                    .put("name", p.name())
                    .put("operations", p.operations())
                    .put("cases", p.cases())
                    .put("findings", p.findings());
            p.elapsed().ifPresent(e -> node.put("elapsedMillis", e.toMillis()));
        });
    }

    private static void finding(RunSummary.Finding finding, ObjectNode node) {
        node.put("check", finding.id().check())
                .put("operation", finding.id().operation())
                .put("cause", finding.id().cause())
                .put("title", finding.title())
                .put("message", finding.message())
                .put("advice", finding.advice())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("occurrences", finding.occurrences());
        finding.confirmation()
                .ifPresent(c -> node.put("confirmation", c.name().toLowerCase(Locale.ROOT))
                        .put("confirmationNote", finding.note()));
        finding.rootCause().ifPresent(logged -> rootCause(logged, node.putObject("rootCause")));
        finding.request().ifPresent(request -> {
            node.put("case", finding.description());
            request(request, node.putObject("request"));
        });
        finding.response().ifPresent(response -> response(response, node.putObject("response")));
        if (!finding.chain().isEmpty()) {
            chain(finding, node.putArray("chain"));
        }
        if (!finding.reproduce().isEmpty()) {
            node.put("reproduce", finding.reproduce());
        }
    }

    /** The calls before the request. */
    private static void chain(RunSummary.Finding finding, ArrayNode calls) {
        for (Prelude.Call call : finding.chain()) {
            ObjectNode node = calls.addObject().put("operation", call.operation());
            request(call.exchange().request(), node.putObject("request"));
            response(call.exchange().response(), node.putObject("response"));
            ArrayNode handed = node.putArray("handed");
            call.handed().forEach(value -> handed.add(value.describe()));
        }
    }

    private static void rootCause(LoggedCause logged, ObjectNode node) {
        RootCause cause = logged.cause();
        node.put("exception", cause.type()).put("message", cause.message());
        ArrayNode places = node.putArray("places");
        cause.places().forEach(places::add);
        node.put("ownCode", cause.own());
        cause.wrapper().ifPresent(w -> node.put("causeOf", w));
        node.put("log", logged.file()).put("line", logged.line());
    }

    private static void rootCauses(RunSummary summary, ArrayNode causes) {
        summary.rootCauses().forEach((cause, findings) -> {
            ObjectNode node = causes.addObject()
                    .put("cause", cause)
                    .put(
                            "occurrences",
                            findings.stream()
                                    .mapToLong(RunSummary.Finding::occurrences)
                                    .sum());
            ArrayNode operations = node.putArray("operations");
            findings.stream().map(f -> f.id().operation()).distinct().forEach(operations::add);
        });
    }

    private static void request(Request request, ObjectNode node) {
        node.put("method", request.method()).put("url", request.url());
        request.framing().ifPresent(fault -> node.put("malformed", fault.keyword()));
        headers(request.headers(), node.putObject("headers"));
        body(request.body(), false, node);
    }

    private static void response(Response response, ObjectNode node) {
        node.put("status", response.status()).put("reason", response.reason());
        headers(response.headers(), node.putObject("headers"));
        body(response.body(), response.truncated(), node);
    }

    private static void headers(List<Header> headers, ObjectNode node) {
        for (Header header : headers) {
            // Fields of one name may be joined by a comma (RFC 9110, section 5.3)
            String known = node.path(header.name()).asText("");
            node.put(header.name(), known.isEmpty() ? header.value() : known + ", " + header.value());
        }
    }

    private static void body(byte @Nullable [] body, boolean truncated, ObjectNode node) {
        if (body == null || body.length == 0) {
            return;
        }
        boolean cut = truncated;
        var text = Utf8.decode(body);
        if (text.isPresent()) {
            String whole = text.get();
            cut |= whole.length() > BODY_CHARACTERS;
            node.put("body", Beginning.of(whole, BODY_CHARACTERS));
        } else {
            String base64 = Base64.getEncoder().encodeToString(body);
            cut |= base64.length() > BODY_CHARACTERS;
            node.put("bodyBase64", base64.length() > BODY_CHARACTERS ? base64.substring(0, BODY_CHARACTERS) : base64);
        }
        if (cut) {
            node.put("bodyTruncated", true);
        }
    }

    private static void perOperation(RunSummary summary, ArrayNode operations) {
        summary.operations().forEach(o -> {
            ObjectNode node = operations
                    .addObject()
                    .put("operation", o.label())
                    .put("cases", o.cases())
                    .put("reached2xx", o.reached2xx());
            o.whyNot().ifPresent(why -> node.put("whyNot", why));
            ObjectNode phases = node.putObject("phases");
            o.phases().forEach(phases::put);
            statuses(o.statuses(), node.putObject("statuses"));
            statuses(o.positives(), node.putObject("validStatuses"));
            statuses(o.credentialed(), node.putObject("validStatusesWithCredentials"));
            ArrayNode refusals = node.putArray("refusals");
            o.refusals()
                    .forEach(r -> refusals.addObject()
                            .put("status", r.status())
                            .put("said", r.said())
                            .put("reproduce", r.reproduce()));
            ObjectNode checks = node.putObject("checks");
            o.checks().forEach((check, count) -> {
                ObjectNode counts =
                        checks.putObject(check).put("passed", count.passed()).put("failed", count.failed());
                if (count.leftOut() > 0) {
                    counts.put("leftOut", count.leftOut());
                }
            });
        });
    }

    private static void statuses(Map<Integer, Long> counts, ObjectNode node) {
        counts.forEach((status, count) -> node.put(Integer.toString(status), count));
    }
}
