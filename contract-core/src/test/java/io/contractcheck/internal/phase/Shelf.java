package io.contractcheck.internal.phase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.RandomGenerator;

/** A session in memory: draws from one seed and its names, and hands each request to a service that is a function. */
final class Shelf implements Session {
    private final long seed;
    private final Function<Request, Response> service;
    private final Map<String, Integer> times = new LinkedHashMap<>();

    /** Method, path and status of each call. */
    final List<String> calls = new ArrayList<>();

    final List<TestCase> cases = new ArrayList<>();
    final List<Request> requests = new ArrayList<>();

    Shelf(long seed, Function<Request, Response> service) {
        this.seed = seed;
        this.service = service;
    }

    static Api api(String paths) {
        URI uri = URI.create("memory:/api.yaml");
        String text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n" + "paths:\n" + paths.indent(2);
        return ApiReader.read(Documents.of(uri, Yaml.parse(text)).root(uri));
    }

    static Response answer(int status, JsonNode body, Header... more) {
        List<Header> headers = new ArrayList<>(List.of(more));
        headers.add(new Header("Content-Type", "application/json"));
        return new Response(status, "", headers, Json.write(body).getBytes(UTF_8), false);
    }

    static Response answer(int status, Header... headers) {
        return new Response(status, "", List.of(headers), new byte[0], false);
    }

    @Override
    public <T> T draw(String name, RandomGenerator<T> generator) {
        long draw = 31L * name.hashCode() + times.merge(name, 1, Integer::sum);
        return generator.next(new Random(seed * 1_000_003 + draw)).value();
    }

    @Override
    public <T> T choose(String name, RandomGenerator<T> options) {
        return draw(name, options);
    }

    @Override
    public boolean takes(String part) {
        return true;
    }

    @Override
    public Exchange call(TestCase testCase) {
        Request request = Wire.write(testCase, "http://127.0.0.1:1");
        Response response = service.apply(request);
        calls.add(testCase.operation().label() + " " + response.status());
        cases.add(testCase);
        requests.add(request);
        return new Exchange(request, response, Duration.ZERO);
    }
}
