package io.contractcheck.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Yaml;
import io.contractcheck.link.Source;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.BodyValue;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Label;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.Taken;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A case of a document made by hand, written, labelled and answered as in a run. */
record Sent(TestCase testCase, CheckSettings settings, List<CheckContext.Answered> earlier) {
    private static final String BASE = "http://127.0.0.1:1/api";

    /** A case without values of the first operation of that label; the document begins with its paths. */
    static Sent to(String label, String paths) {
        String document = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n" + paths.indent(2);
        URI uri = URI.create("file:///shop.yaml");
        Operation operation = ApiReader.read(
                        Documents.of(uri, Yaml.parse(document)).root(uri))
                .operations()
                .stream()
                .filter(o -> o.label().equals(label))
                .findFirst()
                .orElseThrow();
        return new Sent(
                new TestCase(operation, List.of(), Optional.empty(), new Intent.Positive("valid")),
                CheckSettings.defaults(),
                List.of());
    }

    private Sent with(TestCase other) {
        return new Sent(other, settings, earlier);
    }

    /** With a parameter's value as JSON. */
    Sent giving(String name, String json) {
        List<ParameterValue> values = new ArrayList<>(testCase.parameters());
        values.add(new ParameterValue(
                testCase.operation().parameters().stream()
                        .filter(p -> p.name().equals(name))
                        .findFirst()
                        .orElseThrow(),
                Json.parse(json)));
        return with(testCase.withParameters(values));
    }

    /** With a body as JSON, of the first media type. */
    Sent body(String json) {
        return body(Json.parse(json));
    }

    Sent body(JsonNode value) {
        MediaTypeContent content =
                testCase.operation().requestBody().orElseThrow().content().get(0);
        return with(testCase.withBody(Optional.of(new BodyValue(content, content.mediaType(), value))));
    }

    Sent but(Deviation deviation) {
        return with(testCase.with(deviation));
    }

    /** Meant to be wrong there; location and, of parameters, the name. */
    Sent wrong(String where, String pointer, String keyword) {
        String[] place = where.split(" ");
        return with(testCase.withIntent(new Intent.Negative(new Mutation(
                Mutation.Location.valueOf(place[0]),
                place.length > 1 ? Optional.of(place[1]) : Optional.empty(),
                JsonPointer.compile(pointer),
                Optional.of(keyword),
                "a description of what is wrong"))));
    }

    Sent otherMethod(String method) {
        return but(new Deviation.Method(method)).wrong("METHOD", "", "method");
    }

    Sent expecting(String check, String statuses) {
        return new Sent(
                testCase,
                new CheckSettings(
                        List.of(new CheckSettings.Expected(check, Optional.empty(), new StatusSet(statuses))),
                        Optional.empty()),
                earlier);
    }

    /** After another call of the same scenario. */
    Sent after(CheckContext before) {
        return new Sent(testCase, settings, List.of(new CheckContext.Answered(before.testCase(), before.exchange())));
    }

    /** After those calls of the same scenario. */
    Sent after(List<CheckContext> before) {
        return new Sent(
                testCase,
                settings,
                before.stream()
                        .map(call -> new CheckContext.Answered(call.testCase(), call.exchange()))
                        .toList());
    }

    /** With a path parameter's value that a call before it brought. */
    Sent taking(String name, String json, int step, Source source) {
        Sent given = giving(name, json);
        List<Taken> taken = new ArrayList<>(testCase.taken());
        taken.add(new Taken(new Target.OfParameter(ParameterLocation.PATH, name), step, source));
        return given.with(given.testCase.withTaken(taken));
    }

    /** The intent that the request really has; fails if it must not be sent. */
    Intent label() {
        return labelled().intent();
    }

    private TestCase labelled() {
        Label label = Label.of(testCase, request(), BASE);
        if (label instanceof Label.True sent) {
            return sent.testCase();
        }
        throw new AssertionError("not sent: " + ((Label.Untrue) label).reason());
    }

    Request request() {
        return Wire.write(testCase, BASE);
    }

    /** An answer with an empty object; as JSON, unless a Content-Type is given. */
    CheckContext answered(int status, String... headers) {
        return said(status, "{}", headers);
    }

    /** An answer with that body; as JSON, unless a Content-Type is given. */
    CheckContext said(int status, String body, String... headers) {
        List<Header> fields = new ArrayList<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            fields.add(new Header(
                    header.substring(0, colon), header.substring(colon + 1).trim()));
        }
        if (fields.stream().noneMatch(h -> h.is("Content-Type"))) {
            fields.add(new Header("Content-Type", "application/json"));
        }
        return new CheckContext(
                labelled(),
                new Exchange(
                        request(), new Response(status, "", fields, body.getBytes(UTF_8), false), Duration.ofMillis(5)),
                earlier,
                settings);
    }

    /** What all checks find, as {@code check: cause}. */
    List<String> findings(int status, String... headers) {
        return Fixture.failures(answered(status, headers)).stream()
                .map(f -> f.id().check() + ": " + f.id().cause())
                .toList();
    }
}
