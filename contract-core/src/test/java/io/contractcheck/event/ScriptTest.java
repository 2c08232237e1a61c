package io.contractcheck.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    @TempDir
    private Path folder;

    private static final Header JSON = new Header("Content-Type", "application/json");

    private static Exchange exchange(
            String method, String target, String sent, int status, String body, Header... headers) {
        List<Header> all = new ArrayList<>(List.of(headers));
        all.add(JSON);
        return new Exchange(
                new Request(
                        method,
                        "http://127.0.0.1:1",
                        target,
                        sent.isEmpty() ? List.of() : List.of(JSON, new Header("X-Key", "${CONTRACT_X_KEY}")),
                        sent.isEmpty() ? null : sent.getBytes(StandardCharsets.UTF_8)),
                new Response(status, "Said", all, body.getBytes(StandardCharsets.UTF_8), false),
                Duration.ZERO);
    }

    private static String script(Prelude prelude, String operation, Exchange failing) {
        return Script.of(prelude, operation, failing, "Server error", List.of("--insecure"));
    }

    private static Prelude.Handed handed(String target, int call, String source) {
        return new Prelude.Handed(target, call, source);
    }

    private static final Exchange CREATED =
            exchange("POST", "/api/books", "{\"n\":\"x\"}", 201, "{\"data\":[{\"id\":\"a b\"}]}");

    @Test
    void what_was_brought_is_taken_out_of_the_answer_for_each_place_in_its_form() {
        Prelude prelude = new Prelude(
                List.of(new Prelude.Call("POST /books", CREATED, List.of())),
                List.of(
                        handed("path.id", 0, "$response.body#/data/0/id"),
                        handed("query.like", 0, "$response.body#/data/0/id"),
                        handed("body/of", 0, "$response.body#/data/0/id")));
        String script = script(
                prelude,
                "PUT /books/{id}",
                exchange("PUT", "/api/books/a%20b?like=a%20b", "{\"of\":\"a b\"}", 500, ""));
        assertThat(script)
                .startsWith("#!/bin/sh\n# PUT /books/{id}: Server error\n# Needs curl and jq, and these variables:"
                        + " CONTRACT_X_KEY.\n")
                .contains("ID_1=$(jq -cer '.[\"data\"][0][\"id\"] | values | @uri' \"$BODY\")")
                .contains("OF_1=$(jq -ce '.[\"data\"][0][\"id\"] | values' \"$BODY\")")
                .contains("'http://127.0.0.1:1/api/books/'\"$ID_1\"'?like='\"$ID_1\"")
                .contains("--data-raw '{\"of\":'\"$OF_1\"'}'")
                .contains("# 1. POST /books: came back with 201 Said, {\"data\":[{\"id\":\"a b\"}]}")
                .contains("#    path.id = $response.body#/data/0/id of call 1")
                .contains("--insecure");
        assertThat(script.lines().reduce((a, b) -> b).orElseThrow()).contains("--include");
    }

    @Test
    void what_cannot_be_taken_stays_with_a_comment() {
        Prelude prelude = new Prelude(
                List.of(new Prelude.Call("POST /books", CREATED, List.of())),
                List.of(
                        handed("path.id", 0, "$response.body#/nowhere"),
                        handed("cookie.c", 0, "$response.body#/data/0/id")));
        assertThat(script(prelude, "GET /books/{id}", exchange("GET", "/api/books/7", "", 500, "")))
                .contains("path.id = $response.body#/nowhere of call 1, which stays as it was in the run")
                .contains("cookie.c = $response.body#/data/0/id of call 1, which stays as it was in the run")
                .contains("/api/books/7'")
                .doesNotContain("jq -c");
    }

    @Test
    void what_a_call_was_given_itself_comes_from_where_that_came_from() {
        Exchange shelf = exchange("POST", "/shelves", "{}", 201, "", new Header("Location", "/shelves/7"));
        Exchange book = exchange("POST", "/shelves/7/books", "{}", 201, "{\"id\":9}");
        Prelude prelude = new Prelude(
                List.of(
                        new Prelude.Call("POST /shelves", shelf, List.of()),
                        new Prelude.Call(
                                "POST /shelves/{shelf}/books",
                                book,
                                List.of(handed("path.shelf", 0, "$response.header.Location as /shelves/{s}, {s}")))),
                List.of(handed("path.shelf", 1, "$request.path.shelf"), handed("path.id", 1, "$response.body#/id")));
        assertThat(script(
                        prelude, "GET /shelves/{shelf}/books/{id}", exchange("GET", "/shelves/7/books/9", "", 500, "")))
                .contains("SHELF_1=$(tr -d '\\r' < \"$HEADERS\" | sed -n")
                .contains("'http://127.0.0.1:1/shelves/'\"$SHELF_1\"'/books' ")
                .contains("'http://127.0.0.1:1/shelves/'\"$SHELF_1\"'/books/'\"$ID_2\"")
                .doesNotContain("stays as it was");
    }

    @Test
    void whatever_the_service_said_stays_a_comment() {
        Exchange evil = exchange("POST", "/books", "{}", 201, "{\"id\":1}\nrm -rf ~\r\u2028touch here");
        Prelude prelude = new Prelude(List.of(new Prelude.Call("POST /books\nfalse", evil, List.of())), List.of());
        assertThat(script(prelude, "GET /books", exchange("GET", "/books", "", 500, "x\n`date`")))
                .isNotEmpty()
                .satisfies(script ->
                        assertThat(script.lines()).noneMatch(line -> line.matches("^(rm|touch|false|`date`).*")));
    }

    @Test
    void calls_that_only_read_or_were_refused_are_left_out_unless_they_bring_something() {
        Exchange read = exchange("GET", "/books", "", 200, "[1]");
        Exchange refused = exchange("POST", "/books", "{}", 409, "");
        Prelude prelude = new Prelude(
                List.of(
                        new Prelude.Call("GET /shelves", read, List.of()),
                        new Prelude.Call("POST /books", refused, List.of()),
                        new Prelude.Call("GET /books", read, List.of()),
                        new Prelude.Call("POST /books", CREATED, List.of(handed("body/of", 2, "$response.body#/0")))),
                List.of(handed("path.id", 3, "$response.body#/id")));
        Prelude needed = prelude.needed(false, CREATED.request());
        assertThat(needed.calls()).extracting(Prelude.Call::operation).containsExactly("GET /books", "POST /books");
        assertThat(needed.handed()).containsExactly(handed("path.id", 1, "$response.body#/id"));
        assertThat(needed.calls().get(1).handed()).containsExactly(handed("body/of", 0, "$response.body#/0"));
        assertThat(prelude.needed(true, CREATED.request()).calls())
                .extracting(Prelude.Call::operation)
                .containsExactly("GET /shelves", "GET /books", "POST /books");
    }

    @Test
    void the_get_that_a_head_is_compared_with_is_shown() {
        Prelude prelude = new Prelude(
                List.of(
                        new Prelude.Call("GET /shelves", exchange("GET", "/shelves", "", 200, "[]"), List.of()),
                        new Prelude.Call("GET /books", exchange("GET", "/books", "", 200, "[]"), List.of())),
                List.of());
        assertThat(prelude.needed(false, exchange("HEAD", "/books", "", 405, "").request())
                        .calls())
                .extracting(Prelude.Call::operation)
                .containsExactly("GET /books");
        assertThat(prelude.needed(false, exchange("GET", "/books", "", 500, "").request())
                        .calls())
                .isEmpty();
    }

    @Test
    void ids_with_more_digits_than_jq_keeps_are_taken_as_they_are() throws Exception {
        assumeTrue(isThere("jq"), "needs /bin/sh and jq");
        Path body = Files.writeString(
                folder.resolve("body"),
                "{\"items\": [{\"id\":1234567890123456789, \"n\": 1}, {\"id\": -9007199254740993}]}");
        Exchange listed = exchange("GET", "/books", "", 200, Files.readString(body));
        for (String id : List.of("1234567890123456789", "-9007199254740993")) {
            String source = "$response.body#/items/" + (id.startsWith("-") ? 1 : 0) + "/id";
            for (Extraction how : Extraction.candidates(source, listed)) {
                Process shell = new ProcessBuilder("/bin/sh", "-c", "BODY=" + body + "; " + how.shell()).start();
                assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim())
                        .isEqualTo(how.value())
                        .contains(id);
            }
        }
    }

    private static boolean isThere(String command) throws Exception {
        return new ProcessBuilder("/bin/sh", "-c", "command -v " + command)
                        .start()
                        .waitFor()
                == 0;
    }
}
