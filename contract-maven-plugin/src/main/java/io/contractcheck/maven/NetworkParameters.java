package io.contractcheck.maven;

import io.contractcheck.ContractConfig.Connection;
import io.contractcheck.http.Pace;
import io.contractcheck.http.Rate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the parameters about the network into a way and a pace.
 *
 * @param directory against which relative paths are resolved
 */
record NetworkParameters(Path directory) {

    /** @throws io.contractcheck.ContractException if one is wrong */
    Connection connection(
            @Nullable String caBundle,
            @Nullable String clientCertificate,
            @Nullable String clientKey,
            @Nullable String clientKeyPassword,
            String tlsVerify,
            @Nullable String proxy,
            List<String> noProxy) {
        Texts texts = new Texts("", directory);
        return new Connection(
                file("caBundle", caBundle),
                file("clientCertificate", clientCertificate),
                file("clientKey", clientKey),
                Optional.ofNullable(clientKeyPassword).map(p -> texts.value("clientKeyPassword", p)),
                Values.flag("tlsVerify", tlsVerify),
                // empty where a variable of the environment is, as on a machine that needs none
                Optional.ofNullable(proxy).filter(p -> !p.isBlank()).map(p -> texts.value("proxy", p)),
                noProxy);
    }

    private Optional<Path> file(String parameter, @Nullable String path) {
        return new Texts("", directory).optional(parameter, path).map(directory::resolve);
    }

    /** @throws io.contractcheck.ContractException if one is wrong */
    static Pace pace(
            @Nullable String rateLimit,
            String maxRetryAfter,
            String requestRetries,
            String followRedirects,
            String maxRedirects) {
        int most = Values.count("maxRedirects", maxRedirects);
        return new Pace(
                rate(rateLimit),
                maxRetryAfter.trim().matches("0+\\s*(ms|s|m|h)?")
                        ? Duration.ZERO
                        : Values.duration("maxRetryAfter", maxRetryAfter).orElse(Pace.DEFAULT.maxRetryAfter()),
                requestRetries.trim().matches("0+") ? 0 : Values.count("requestRetries", requestRetries),
                Values.flag("followRedirects", followRedirects) ? most : 0);
    }

    private static Optional<Rate> rate(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Rate.parse(text));
        } catch (IllegalArgumentException e) {
            throw Values.wrong("rateLimit", text, String.valueOf(e.getMessage()));
        }
    }
}
