package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractConfig.Connection;
import io.contractcheck.auth.SecretValue;
import io.contractcheck.http.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectingTest {
    private final Secrets secrets = new Secrets();

    private static Optional<SecretValue> literal(String value) {
        return Optional.of(new SecretValue.Literal(value, "proxy"));
    }

    private Connecting proxied(String url, String... noProxy) {
        return Connecting.of(
                new Connection(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        literal(url),
                        List.of(noProxy)),
                secrets);
    }

    private Connecting showing(String certificate, Optional<Path> key) {
        return Connecting.of(
                new Connection(
                        Optional.of(Path.of("ca.pem")),
                        Optional.of(Path.of(certificate)),
                        key,
                        literal("hunter2-key"),
                        true,
                        Optional.empty(),
                        List.of()),
                secrets);
    }

    @Test
    void curl_goes_through_the_proxy_where_the_run_does_and_shows_no_password() {
        Connecting connecting = proxied("http://me:p%40ss-word@proxy.example:3128", "shop.intra");
        assertThat(connecting.curl("http://far.example/v1", false))
                .containsExactly(
                        "--proxy", "http://proxy.example:3128", "--proxy-user", "me:${CONTRACT_PROXY_PASSWORD}");
        assertThat(connecting.curl("http://shop.intra", false)).isEmpty();
        assertThat(connecting.curl("http://127.0.0.1:8080", true)).containsExactly("--location");
        assertThat(secrets.mask("p@ss-word and p%40ss-word")).doesNotContain("ss-word");
    }

    @Test
    void a_proxy_that_is_none_is_an_error_without_its_password() {
        assertThatThrownBy(() -> proxied("socks5://me:hunter2-x@h:1"))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("proxy: ")
                .hasMessageNotContaining("hunter2-x");
    }

    @Test
    void curl_shows_the_certificate_that_the_run_shows() {
        assertThat(showing("me.pem", Optional.of(Path.of("key.pem"))).curl("https://h", false))
                .containsExactly(
                        "--cacert",
                        "ca.pem",
                        "--cert",
                        "me.pem",
                        "--key",
                        "key.pem",
                        "--pass",
                        "${CONTRACT_CLIENT_KEY_PASSWORD}");
        assertThat(showing("me.p12", Optional.empty()).curl("https://h", false))
                .containsSubsequence("--cert", "me.p12", "--cert-type", "P12");
        assertThat(showing("me.p12", Optional.empty()).curl("http://h", false)).isEmpty();
        assertThat(secrets.mask("hunter2-key")).isEqualTo("${CONTRACT_CLIENT_KEY_PASSWORD}");
    }

    @Test
    void a_key_without_a_certificate_belongs_to_nothing() {
        assertThatThrownBy(() -> Connecting.of(
                        new Connection(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Path.of("key.pem")),
                                Optional.empty(),
                                true,
                                Optional.empty(),
                                List.of()),
                        secrets))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("clientKey: ")
                .hasMessageContaining("<clientCertificate>");
    }

    @Test
    void a_password_that_is_not_there_is_an_error_that_says_where_it_was_looked_for() {
        assertThatThrownBy(() -> Connecting.of(
                        new Connection(
                                Optional.empty(),
                                Optional.of(Path.of("me.p12")),
                                Optional.empty(),
                                Optional.of(new SecretValue.Environment("NO_SUCH_VARIABLE_HERE")),
                                true,
                                Optional.empty(),
                                List.of()),
                        secrets))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("NO_SUCH_VARIABLE_HERE");
    }

    @Test
    void what_is_switched_off_is_warned_of() {
        Connecting unsafe = Connecting.of(Connection.DEFAULT.tlsVerify(false), secrets);
        assertThat(unsafe.warnings("https://h")).hasSize(1);
        assertThat(unsafe.curl("https://h", false)).containsExactly("--insecure");
        assertThat(Connecting.of(Connection.DEFAULT, secrets).warnings("https://h"))
                .isEmpty();
    }

    @Test
    void a_proxy_of_the_jvm_is_not_used_which_is_told_unless_the_service_is_on_this_machine() {
        System.setProperty("https.proxyHost", "jvm.example");
        try {
            Connecting plain = Connecting.of(Connection.DEFAULT, secrets);
            assertThat(plain.warnings("https://far.example"))
                    .singleElement()
                    .asString()
                    .contains("https.proxyHost=jvm.example", "<proxy>");
            assertThat(plain.warnings("https://127.0.0.1:8443")).isEmpty();
            assertThat(proxied("p:1").warnings("https://far.example")).isEmpty();
        } finally {
            System.clearProperty("https.proxyHost");
        }
    }
}
