package io.contractcheck.trace;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which code is the service's own.
 *
 * @param packages of Java or .NET with those inside them, as {@code com.acme.shop}; if empty, all that is not known as everybody's
 */
public record OwnCode(List<String> packages) {
    /** All that is not known as everybody's. */
    public static final OwnCode NOT_FOREIGN = new OwnCode(List.of());

    /** What everybody's code runs in; which of its lines is the first differs from value to value. */
    private static final Pattern FOREIGN =
            Pattern.compile("(?:javax?|jakarta|jdk|sun|com\\.sun|kotlinx?|scala|clojure|groovy"
                    + "|com\\.fasterxml|com\\.google|com\\.zaxxer|com\\.mysql|com\\.oracle|com\\.microsoft|com\\.mongodb"
                    + "|com\\.github\\.benmanes|com\\.nimbusds|ch\\.qos|net\\.bytebuddy|redis\\.clients|feign|retrofit2|okhttp3"
                    + "|org\\.springframework|org\\.springdoc|org\\.hibernate|org\\.apache|org\\.aspectj|org\\.slf4j|org\\.yaml"
                    + "|org\\.eclipse|org\\.jboss|org\\.wildfly|org\\.postgresql|org\\.h2|org\\.mariadb|org\\.sqlite"
                    + "|org\\.glassfish|org\\.codehaus|org\\.flywaydb|org\\.jooq|org\\.junit|org\\.xerial|liquibase"
                    + "|io\\.netty|io\\.vertx|io\\.quarkus|io\\.smallrye|io\\.micronaut|io\\.undertow|io\\.ktor|io\\.grpc"
                    + "|io\\.micrometer|io\\.opentelemetry|io\\.jsonwebtoken|io\\.helidon|io\\.javalin|io\\.agroal|io\\.reactivex"
                    + "|io\\.projectreactor|io\\.swagger|io\\.dropwizard|reactor|akka|play)\\..*");

    private static final Pattern GENERATED = Pattern.compile(
            ".*(?:\\$\\$|\\$Proxy\\d|Lambda|GeneratedMethodAccessor|EnhancerBy|_ClientProxy|_Subclass).*");

    private static final List<String> FOREIGN_FILES = List.of(
            "/node_modules/",
            "\\node_modules\\",
            "node:",
            "/site-packages/",
            "/dist-packages/",
            "\\site-packages\\",
            "/lib/python",
            "\\lib\\",
            "<frozen ",
            "/usr/local/go/",
            "/go/src/",
            "/pkg/mod/",
            "/src/runtime/");

    public OwnCode {
        packages = List.copyOf(packages);
    }

    /** Whether that line is the service's own. */
    public boolean has(Frame frame) {
        return switch (frame.language()) {
            case JAVA -> !GENERATED.matcher(frame.code()).matches() && within(frame.code(), !isForeign(frame.code()));
            case DOTNET ->
                frame.line().isPresent()
                        && within(
                                frame.code(),
                                !frame.code().startsWith("System.")
                                        && !frame.code().startsWith("Microsoft."));
            case NODE, PYTHON, GO -> FOREIGN_FILES.stream().noneMatch(frame.file()::contains);
        };
    }

    private boolean within(String code, boolean otherwise) {
        return packages.isEmpty()
                ? otherwise
                : packages.stream().anyMatch(p -> code.startsWith(p) && code.startsWith(".", p.length()));
    }

    private static boolean isForeign(String code) {
        return FOREIGN.matcher(code).matches();
    }
}
