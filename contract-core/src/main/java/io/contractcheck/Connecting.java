package io.contractcheck;

import io.contractcheck.auth.AuthException;
import io.contractcheck.auth.PlainSecret;
import io.contractcheck.http.ClientCertificate;
import io.contractcheck.http.HttpDocuments;
import io.contractcheck.http.Proxy;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Tls;
import io.contractcheck.http.TransportSettings;
import io.contractcheck.json.HttpGet;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The way to the service and its document, with all secrets read.
 *
 * @param tls whom to trust, and what to show
 * @param proxy on the way, if there is one
 */
record Connecting(Tls tls, Optional<Proxy> proxy) {
    private static final long KEPT_RESPONSE_BYTES = 8L << 20;
    private static final String KEY_PASSWORD = "CONTRACT_CLIENT_KEY_PASSWORD";
    private static final String PROXY_PASSWORD = "CONTRACT_PROXY_PASSWORD";
    private static final List<String> JVM = List.of("http.proxyHost", "https.proxyHost");

    /**
     * Reads what has to be read for it.
     *
     * @param secrets learns the passwords
     * @throws ContractException if something cannot be read, or contradicts something else
     */
    static Connecting of(ContractConfig.Connection config, Secrets secrets) {
        if (config.clientCertificate().isEmpty()
                && (config.clientKey().isPresent() || config.clientKeyPassword().isPresent())) {
            throw new ContractException(
                    (config.clientKey().isPresent() ? "clientKey" : "clientKeyPassword")
                            + ": there is no certificate that it belongs to. Set <clientCertificate> (contract.clientCertificate).");
        }
        try {
            Optional<String> password = config.clientKeyPassword()
                    .map(p -> PlainSecret.read(p, "The password of the client's key", KEY_PASSWORD, secrets));
            Tls tls = new Tls(
                    config.caBundle(),
                    config.clientCertificate().map(c -> new ClientCertificate(c, config.clientKey(), password)),
                    config.tlsVerify());
            return new Connecting(
                    tls,
                    config.proxy()
                            .map(p -> proxy(
                                    p.toString(),
                                    PlainSecret.text(p, "The proxy", secrets),
                                    config.noProxy(),
                                    secrets)));
        } catch (AuthException e) {
            throw new ContractException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Proxy proxy(String source, String url, List<String> noProxy, Secrets secrets) {
        try {
            Proxy proxy = Proxy.parse(url, noProxy);
            proxy.credentials().ifPresent(c -> {
                String raw = url.substring(0, url.lastIndexOf('@'));
                secrets.add(PROXY_PASSWORD, c.substring(c.indexOf(':') + 1));
                secrets.add(PROXY_PASSWORD, raw.substring(raw.lastIndexOf(':') + 1));
            });
            return proxy;
        } catch (IllegalArgumentException e) {
            throw new ContractException(e.getMessage() + " It comes from " + source + ".", e);
        }
    }

    TransportSettings settings(Duration requestTimeout, int connections) {
        return new TransportSettings(
                requestTimeout, connections, KEPT_RESPONSE_BYTES, "ContractCheck/" + Version.text(), tls, proxy);
    }

    /** @throws ContractException if a file is missing, or is not what it should be */
    HttpGet documents() {
        try {
            return new HttpDocuments(settings(Duration.ofSeconds(1), 1));
        } catch (IllegalArgumentException e) {
            throw new ContractException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What curl needs to get to that service in the same way. */
    List<String> curl(String baseUrl, boolean followsRedirects) {
        List<String> options = new ArrayList<>();
        if (baseUrl.toLowerCase(Locale.ROOT).startsWith("https:")) {
            if (!tls.verify()) {
                options.add("--insecure");
            } else {
                tls.caBundle().ifPresent(file -> add(options, "--cacert", file));
            }
            tls.client().ifPresent(client -> {
                add(options, "--cert", client.certificate());
                if (client.key().isPresent()) {
                    add(options, "--key", client.key().get());
                } else if (client.certificate().toString().matches("(?i).*\\.(p12|pfx)")) {
                    options.addAll(List.of("--cert-type", "P12"));
                }
                client.password().ifPresent(p -> options.addAll(List.of("--pass", "${" + KEY_PASSWORD + "}")));
            });
        }
        onTheWay(baseUrl).ifPresent(p -> {
            options.addAll(List.of("--proxy", p.toString()));
            p.credentials()
                    .ifPresent(c -> options.addAll(
                            List.of("--proxy-user", c.substring(0, c.indexOf(':') + 1) + "${" + PROXY_PASSWORD + "}")));
        });
        if (followsRedirects) {
            options.add("--location");
        }
        return options;
    }

    private static void add(List<String> options, String option, Path file) {
        options.add(option);
        options.add(file.toString());
    }

    /** The proxy that is used for that URL, if one is. */
    Optional<Proxy> onTheWay(String url) {
        String host = URI.create(url).getHost();
        return proxy.filter(p -> host != null && p.handles(host));
    }

    /** What users should know of this way. */
    List<String> warnings(String baseUrl) {
        List<String> warnings = new ArrayList<>();
        if (!tls.verify()) {
            warnings.add("tlsVerify is false: nobody knows who answers. Whoever stands between can read and change"
                    + " everything, credentials included. For a certificate of your own, <caBundle> (contract.caBundle) is"
                    + " the way that keeps the check.");
        }
        boolean far = new Proxy("none", 1, Optional.empty(), List.of())
                .handles(String.valueOf(URI.create(baseUrl).getHost()));
        JVM.stream()
                .filter(name -> proxy.isEmpty() && far && System.getProperty(name) != null)
                .findFirst()
                .ifPresent(name -> warnings.add("the JVM's proxy (" + name + "=" + System.getProperty(name)
                        + ") is not used: a run does the same everywhere. If the service is behind a proxy, set <proxy>"
                        + " (contract.proxy)."));
        return warnings;
    }
}
