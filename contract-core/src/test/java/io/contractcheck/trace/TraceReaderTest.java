package io.contractcheck.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TraceReaderTest {
    private static List<RootCause> causes(String log) {
        return TraceReader.read(log).stream()
                .map(t -> RootCause.of(t, OwnCode.NOT_FOREIGN))
                .toList();
    }

    private static List<String> identities(String log) {
        return causes(log).stream().map(RootCause::identity).toList();
    }

    private static final String SPRING = """
            2026-11-22T10:15:30.123+01:00  INFO 4711 --- [shop] [nio-8080-exec-1] o.a.c.c.C.[Tomcat].[localhost].[/]       : Initializing Spring DispatcherServlet 'dispatcherServlet'
            2026-11-22T10:15:31.456+01:00 ERROR 4711 --- [shop] [nio-8080-exec-1] o.a.c.c.C.[.[.[/].[dispatcherServlet]    : Servlet.service() for servlet [dispatcherServlet] in context with path [] threw exception [Request processing failed: java.lang.IllegalStateException: no stock] with root cause

            java.util.NoSuchElementException: No value present
            \tat java.base/java.util.Optional.orElseThrow(Optional.java:377) ~[na:na]
            \tat shop.books.Tags.first(Tags.java:31) ~[classes/:na]
            \tat shop.books.Books.lambda$all$3(Books.java:17) ~[classes/:na]
            \tat shop.books.Books$$SpringCGLIB$$0.all(<generated>) ~[classes/:na]
            \tat jdk.proxy2/jdk.proxy2.$Proxy93.all(Unknown Source) ~[na:na]
            \tat org.springframework.web.servlet.DispatcherServlet.doDispatch(DispatcherServlet.java:1089) ~[spring-webmvc-6.2.3.jar:6.2.3]
            \tat java.base/java.lang.Thread.run(Thread.java:840) ~[na:na]

            2026-11-22T10:15:32.000+01:00  INFO 4711 --- [shop] [nio-8080-exec-1] shop.books.Books : done
            """;

    @Test
    void of_a_trace_of_spring_boot_the_first_lines_of_own_code_are_told() {
        assertThat(causes(SPRING)).singleElement().satisfies(cause -> {
            assertThat(cause.type()).isEqualTo("java.util.NoSuchElementException");
            assertThat(cause.message()).isEqualTo("No value present");
            assertThat(cause.places()).containsExactly("Tags.first:31", "Books.all:17");
            assertThat(cause.own()).isTrue();
            assertThat(cause.wrapper()).isEmpty();
            assertThat(cause.identity()).isEqualTo("NoSuchElementException at Tags.first:31");
        });
        assertThat(TraceReader.read(SPRING).get(0).line()).isEqualTo(4);
    }

    @Test
    void windows_colours_and_what_a_container_puts_before_each_line_change_nothing() {
        List<RootCause> plain = causes(SPRING);
        assertThat(causes(SPRING.replace("\n", "\r\n"))).isEqualTo(plain);
        assertThat(causes(SPRING.replaceAll("(?m)^", "shop-1  | "))).isEqualTo(plain);
        assertThat(causes(SPRING.replaceAll("(?m)^", "2026-11-22T10:15:31.000000001Z stderr F ")))
                .isEqualTo(plain);
        assertThat(causes(SPRING.replaceAll("(?m)^(.*?)(\\S+)$", "\u001B[31m$1\u001B[0;1m$2\u001B[m")))
                .isEqualTo(plain);
    }

    @Test
    void the_innermost_cause_goes_through_the_frames_it_has_in_common_with_what_wraps_it() {
        String log = """
                2026-11-22 10:15:31,456 ERROR [io.qua.ver.htt.run.QuarkusErrorHandler] (executor-thread-1) HTTP Request to /books failed, error id: 5b2c-1: org.springframework.dao.DataIntegrityViolationException: could not execute statement
                  [insert into books values (?, ?)]
                \tat org.springframework.orm.jpa.Hibernate.convert(Hibernate.java:290)
                \tat shop.books.BookService.create(BookService.java:42)
                \tat shop.books.BookController.post(BookController.java:21)
                \tat java.base/java.lang.Thread.run(Thread.java:840)
                \tSuppressed: java.lang.IllegalArgumentException: while closing
                \t\tat shop.books.Closing.close(Closing.java:5)
                \t\t... 2 more
                \tCaused by: java.lang.RuntimeException: of the suppressed one
                \t\tat shop.books.Closing.inner(Closing.java:6)
                \t\t... 3 more
                Caused by: org.hibernate.exception.ConstraintViolationException: could not execute
                \tat org.hibernate.exception.SqlState.convert(SqlState.java:97)
                \t... 3 more
                Caused by: org.postgresql.util.PSQLException: ERROR: duplicate key
                  Detail: Key (isbn)=(1) already exists.
                \tat org.postgresql.core.v3.QueryExecutorImpl.receive(QueryExecutorImpl.java:2733)
                \tat org.hibernate.Mutation.execute(Mutation.java:12)
                \t... 4 more
                """;
        assertThat(causes(log)).singleElement().satisfies(cause -> {
            assertThat(cause.identity()).isEqualTo("PSQLException at BookService.create:42");
            assertThat(cause.message()).isEqualTo("ERROR: duplicate key Detail: Key (isbn)=(1) already exists.");
            assertThat(cause.places()).containsExactly("BookService.create:42", "BookController.post:21");
            assertThat(cause.wrapper())
                    .contains("org.springframework.dao.DataIntegrityViolationException: could not execute statement"
                            + " [insert into books values (?, ?)]");
        });
    }

    @Test
    void a_log_that_prints_the_root_cause_first_tells_the_same() {
        String log = """
                10:15:31.456 [main] ERROR shop.Main - failed
                java.lang.NullPointerException: isbn
                \tat java.base/java.util.Objects.requireNonNull(Objects.java:233)
                \t... 2 common frames omitted
                Wrapped by: shop.books.Failed: could not create
                \tat shop.books.BookService.save(BookService.java:50)
                \tat shop.books.BookService.create(BookService.java:42)
                \tat java.base/java.lang.Thread.run(Thread.java:840)
                """;
        assertThat(causes(log)).singleElement().satisfies(cause -> {
            assertThat(cause.identity()).isEqualTo("NullPointerException at BookService.create:42");
            assertThat(cause.wrapper()).contains("shop.books.Failed: could not create");
        });
    }

    @Test
    void each_trace_is_one_of_its_own_with_whatever_lines_are_between() {
        String log = """
                Nov 22, 2026 10:15:31 AM shop.Main handle
                SEVERE: failed
                java.lang.IllegalStateException: one
                \tat shop.Books.one(Books.java:1)
                Nov 22, 2026 10:15:31 AM shop.Main handle
                INFO: another thread
                \tat shop.Main.handle(Main.java:7)
                java.lang.IllegalStateException: two
                \tat shop.Books.two(Books.java:2)
                Exception in thread "main" shop.Boom: three
                \tat shop.Books.three(Books.java:3)
                java.lang.StackOverflowError
                \tat shop.Books.four(Books.java:4)
                """;
        assertThat(identities(log))
                .containsExactly(
                        "IllegalStateException at Books.one:1",
                        "IllegalStateException at Books.two:2",
                        "Boom at Books.three:3",
                        "StackOverflowError at Books.four:4");
        assertThat(TraceReader.read(log).get(0).innermost().frames()).hasSize(2);
    }

    @Test
    void what_is_cut_at_either_end_tells_what_is_there() {
        assertThat(identities("\tat shop.Books.one(Books.java:1)\n\tat shop.Main.main(Main.java:2)\n"))
                .containsExactly("an exception at Books.one:1");
        assertThat(identities("\t... 12 more\nCaused by: shop.Boom: x\n\tat shop.Books.one(Books.java:1)\n"))
                .containsExactly("Boom at Books.one:1");
        assertThat(
                        identities(
                                "java.lang.Error: x\n\tat org.hibernate.A.b(A.java:1)\n\tat shop.Books.one(Books.java:1)\n\tat sho"))
                .containsExactly("Error at Books.one:1");
        assertThat(identities("java.lang.Error: x\n")).isEmpty();
    }

    @Test
    void where_no_line_is_the_services_own_the_innermost_stands_for_it() {
        String log = "java.io.IOException: closed\n\tat java.base/sun.nio.ch.Net.read(Net.java:7)\n"
                + "\tat org.apache.Socket.read(Socket.java:8)\n";
        assertThat(causes(log)).singleElement().satisfies(cause -> {
            assertThat(cause.identity()).isEqualTo("IOException at Net.read:7");
            assertThat(cause.own()).isFalse();
        });
    }

    @Test
    void an_exception_that_java_logs_without_its_stack_has_no_place() {
        String log = """
                java.lang.IllegalStateException: Request processing failed
                \tat shop.Books.handle(Books.java:85)
                Caused by: java.lang.ArrayIndexOutOfBoundsException
                2026-11-22 10:15:31,456 WARN [timer] shop.Timer - tick
                java.lang.RuntimeException: tick
                \tat shop.Timer.tick(Timer.java:7)
                """;
        assertThat(identities(log))
                .containsExactly("ArrayIndexOutOfBoundsException", "RuntimeException at Timer.tick:7");
    }

    @Test
    void packages_say_which_code_is_own() {
        Trace trace = TraceReader.read(
                        "java.lang.Error: x\n\tat acme.lib.Json.read(Json.java:1)\n"
                                + "\tat acme.shopping.Cart.add(Cart.java:2)\n\tat org.springframework.samples.Pets.add(Pets.java:3)\n")
                .get(0);
        assertThat(RootCause.of(trace, OwnCode.NOT_FOREIGN).places()).containsExactly("Json.read:1", "Cart.add:2");
        assertThat(RootCause.of(trace, new OwnCode(List.of("acme.shopping"))).places())
                .containsExactly("Cart.add:2");
        assertThat(RootCause.of(trace, new OwnCode(List.of("acme.shop"))).own()).isFalse();
        assertThat(RootCause.of(trace, new OwnCode(List.of("org.springframework.samples")))
                        .places())
                .containsExactly("Pets.add:3");
    }

    @Test
    void traces_in_strings_of_json_are_read_whatever_their_name() {
        String trace =
                "java.lang.IllegalStateException: no \\\"stock\\\"\\r\\n\\tat shop.Books.one(Books.java:1)\\r\\n\\tat shop.Main.main(Main.java:2)\\r\\n";
        assertThat(identities("{\"@timestamp\":\"2026\",\"message\":\"failed\",\"stack_trace\":\"" + trace + "\"}\n"))
                .containsExactly("IllegalStateException at Books.one:1");
        assertThat(causes("{\"log.level\":\"ERROR\",\"error.message\":\"x\",\"error.stack_trace\":\"" + trace + "\"}"))
                .singleElement()
                .satisfies(cause -> assertThat(cause.message()).isEqualTo("no \"stock\""));
        assertThat(identities("shop-1  | {\"error\":{\"stack_trace\":\"" + trace + "\"}}\n{\"m\":\"x\"}\n"
                        + "{\"err\":{\"stack\":\"TypeError: a\\n    at all (/app/books.js:10:5)\"}}"))
                .containsExactly("IllegalStateException at Books.one:1", "TypeError at /app/books.js:10");
        assertThat(identities("""
                        {"loggerName":"io.quarkus","message":"failed","exception":{"refId":1,"exceptionType":"java.lang.RuntimeException","message":"outer","frames":[{"class":"shop.Books","method":"all","line":9}],"causedBy":{"exception":{"refId":2,"exceptionType":"shop.Boom","message":"inner","frames":[{"class":"java.util.Optional","method":"get","line":3},{"class":"shop.Books","method":"one","line":7}]}}}}
                        """)).containsExactly("Boom at Books.one:7");
    }

    @Test
    void python_tells_first_what_led_to_the_exception() {
        String log = """
                INFO:     127.0.0.1:5000 - "POST /books HTTP/1.1" 500 Internal Server Error
                ERROR:    Exception in ASGI application
                Traceback (most recent call last):
                  File "/usr/lib/python3.12/site-packages/starlette/errors.py", line 164, in __call__
                    await self.app(scope, receive, _send)
                  File "/app/books.py", line 12, in create
                    return prices[isbn]
                           ~~~~~~^^^^^^
                KeyError: 'x'

                The above exception was the direct cause of the following exception:

                Traceback (most recent call last):
                  File "/app/main.py", line 3, in handle
                    create(book)
                  File "/app/books.py", line 14, in create
                    raise PriceError("none") from e
                shop.errors.PriceError: none
                INFO:     127.0.0.1:5000 - "GET /books HTTP/1.1" 200 OK
                Traceback (most recent call last):
                  File "/app/main.py", line 9, in other
                    1 / 0
                ZeroDivisionError: division by zero
                """;
        assertThat(causes(log)).hasSize(2).first().satisfies(cause -> {
            assertThat(cause.identity()).isEqualTo("KeyError at create (/app/books.py:12)");
            assertThat(cause.wrapper()).contains("shop.errors.PriceError: none");
        });
        assertThat(identities(log)).last().isEqualTo("ZeroDivisionError at other (/app/main.py:9)");
        assertThat(identities(log.replaceAll("(?m)^", "shop-1  | "))).isEqualTo(identities(log));
        assertThat(identities(log.replace(
                        "The above exception was the direct cause of the following exception:",
                        "During handling of the above exception, another exception occurred:")))
                .isEqualTo(identities(log));
    }

    @Test
    void the_first_of_a_group_of_exceptions_stands_for_it() {
        String log = """
                  + Exception Group Traceback (most recent call last):
                  |   File "/app/main.py", line 3, in handle
                  |     raise ExceptionGroup("both", [a, b])
                  | ExceptionGroup: both (2 sub-exceptions)
                  +-+---------------- 1 ----------------
                    | Traceback (most recent call last):
                    |   File "/app/books.py", line 7, in one
                    |     raise ValueError("x")
                    | ValueError: x
                    +---------------- 2 ----------------
                    | Traceback (most recent call last):
                    |   File "/app/books.py", line 9, in two
                    |     raise TypeError("y")
                    | TypeError: y
                    +------------------------------------
                """;
        assertThat(causes(log)).singleElement().satisfies(cause -> {
            assertThat(cause.identity()).isEqualTo("ValueError at one (/app/books.py:7)");
            assertThat(cause.wrapper()).contains("ExceptionGroup: both (2 sub-exceptions)");
        });
    }

    @Test
    void node_tells_causes_last() {
        String log = """
                Server listening
                /app/src/books.js:20
                    throw new Error('could not create', { cause });
                    ^

                Error: could not create
                    at create (file:///app/src/books.js:20:11)
                    at async Layer.handle [as handle_request] (/app/node_modules/express/lib/router/layer.js:95:5)
                    at process.processTicksAndRejections (node:internal/process/task_queues:95:5) {
                  code: 'E',
                  [cause]: TypeError [ERR_INVALID]: Cannot read properties of undefined (reading 'isbn')
                      at JSON.parse (<anonymous>)
                      at new Books (/app/src/books.js:12:20)
                      ... 2 lines matching cause stack trace ...
                      at /app/src/server.mjs:3:4
                }
                AggregateError
                    at all (/app/src/all.js:1:2) {
                  [errors]: [
                    RangeError: first
                        at one (/app/src/all.js:5:6),
                    Error: second
                        at two (/app/src/all.js:7:8)
                  ]
                }
                ReferenceError: x is not defined
                    at /app/src/x.ts:9:1
                """;
        assertThat(identities(log))
                .containsExactly(
                        "TypeError at /app/src/books.js:12",
                        "RangeError at /app/src/all.js:5",
                        "ReferenceError at /app/src/x.ts:9");
        assertThat(causes(log).get(0).wrapper()).contains("Error: could not create");
        assertThat(causes(log).get(0).places()).containsExactly("/app/src/books.js:12", "/app/src/server.mjs:3");
    }

    @Test
    void dotnet_and_go_are_read_too() {
        assertThat(identities("""
                        fail: Microsoft.AspNetCore.Server.Kestrel[13]
                              Connection id "0HN", Request id "0HN:1": An unhandled exception was thrown by the application.
                              System.InvalidOperationException: outer
                               ---> Shop.StockException: none left
                                 at System.Linq.Enumerable.First[T](IEnumerable`1 source)
                                 at Shop.Books.Take(Int32 id, String q) in /src/Books.cs:line 14
                                 --- End of inner exception stack trace ---
                                 at Shop.Api.Post(Int32 id) in /src/Api.cs:line 9
                        """)).containsExactly("StockException at Shop.Books.Take:14");
        assertThat(identities("""
                        2026/11/22 10:15:31 http: panic serving 127.0.0.1:5000: runtime error: index out of range [1] with length 0
                        goroutine 34 [running]:
                        net/http.(*conn).serve.func1()
                        \t/usr/local/go/src/net/http/server.go:1898 +0xbe
                        panic({0x6e3c40?, 0xc000016108?})
                        \t/usr/local/go/src/runtime/panic.go:770 +0x132
                        example.com/shop/books.(*Store).first(...)
                        \t/app/books/store.go:42 +0x1d
                        main.main.func1({0x75a3b8, 0xc0000ee000}, 0x0?)
                        \t/app/main.go:12 +0x3b
                        """)).containsExactly("panic at books.(*Store).first (/app/books/store.go:42)");
    }

    @Test
    void what_is_no_trace_has_none_and_whatever_comes_is_read_in_time() {
        assertThat(causes("")).isEmpty();
        assertThat(causes("Look at shop.Books (see there), or at File \"x\"\nCaused by: nobody knows\n"))
                .isEmpty();
        for (String hostile : List.of(
                "at a.",
                "at " + "a.b".repeat(20),
                "a.A",
                "Caused by: ",
                "at x/y@z/",
                "File \"",
                "\\n at ",
                "{\"a\":",
                "{\"a\":\"\\n at \"}",
                "\tat a.b(A.java:1)",
                "\tat a.b(A.java:1)\n",
                "Caused by: a.B: x\n\tat a.b(A.java:1)\n\t... 1 more\n",
                "x.go:1 panic: at File ",
                "[cause]: Error: at ")) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> causes(hostile.repeat((1 << 20) / hostile.length())), hostile);
        }
    }
}
