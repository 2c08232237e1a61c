package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
    private static ContractConfig.Target target(Optional<String> configured) {
        return new ContractConfig.Target("api.yaml", configured, Path.of(""));
    }

    private static String of(String document, String... servers) {
        return BaseUrl.of(target(Optional.empty()), ChoicesTest.api(URI.create(document), List.of(servers)));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "https://api.example.com/v1/, https://api.example.com/v1",
        "http://[::1]:8080/a, http://[::1]:8080/a"
    })
    void what_is_configured_wins_and_loses_its_last_slash(String configured, String expected) {
        assertThat(BaseUrl.of(
                        target(Optional.of(configured)),
                        ChoicesTest.api(URI.create("http://127.0.0.1:1/x"), List.of("http://127.0.0.1:2/y"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1:80", "localhost", "ftp://127.0.0.1", "http://", "http://127.0.0.1/?a=b", "ht tp://x"})
    void what_is_no_base_url_is_an_error(String configured) {
        assertThatThrownBy(() -> BaseUrl.of(
                        target(Optional.of(configured)),
                        ChoicesTest.api(URI.create("http://127.0.0.1:1/x"), List.of())))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("baseUrl: '" + configured + "'");
    }

    @Test
    void a_password_in_a_base_url_is_refused_and_not_shown() {
        assertThatThrownBy(() -> BaseUrl.of(
                        target(Optional.of("http://me:s3cret@127.0.0.1:1")),
                        ChoicesTest.api(URI.create("http://127.0.0.1:1/x"), List.of())))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("baseUrl: ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void the_address_of_the_document_is_the_default_with_the_path_of_its_first_server() {
        assertThat(of("http://127.0.0.1:8080/v3/api-docs")).isEqualTo("http://127.0.0.1:8080");
        assertThat(of("http://127.0.0.1:8080/openapi.json", "http://127.0.0.1:8080/api/"))
                .isEqualTo("http://127.0.0.1:8080/api");
        assertThat(of("http://127.0.0.1:8080/openapi.json", "https://api.example.com/v2"))
                .isEqualTo("http://127.0.0.1:8080/v2");
        assertThat(of("http://shop:8080/openapi.json")).isEqualTo("http://shop:8080");
        assertThat(of("http://10.1.2.3/openapi.json")).isEqualTo("http://10.1.2.3");
    }

    @Test
    void a_file_leads_to_a_server_on_this_machine() {
        assertThat(of("file:/x/api.yaml", "https://api.example.com", "http://localhost:8080/api"))
                .isEqualTo("http://localhost:8080/api");
    }

    @Test
    void nobody_tests_production_by_accident() {
        assertThatThrownBy(() -> of("https://api.example.com/openapi.json"))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("baseUrl is required")
                .hasMessageContaining("production");
        assertThatThrownBy(() -> of("file:/x/api.yaml", "https://api.example.com"))
                .hasMessageContaining("https://api.example.com")
                .hasMessageContaining("contract.baseUrl");
        assertThatThrownBy(() -> of("file:/x/api.yaml")).hasMessageContaining("names no server");
        assertThatThrownBy(() -> of("http://8.8.8.8/openapi.json")).hasMessageContaining("baseUrl is required");
    }

    @Test
    void credentials_for_the_service_go_to_its_own_document_only() {
        URI document = URI.create("http://127.0.0.1:8080/openapi.json");
        assertThat(BaseUrl.sameOrigin("http://127.0.0.1:8080/api", document)).isTrue();
        assertThat(BaseUrl.sameOrigin("http://127.0.0.1:8081", document)).isFalse();
        assertThat(BaseUrl.sameOrigin("https://127.0.0.1:8080", document)).isFalse();
        assertThat(BaseUrl.sameOrigin("nonsense", document)).isFalse();
        assertThat(BaseUrl.sameOrigin("http://127.0.0.1:8080", URI.create("file:/x/api.yaml")))
                .isFalse();
        assertThat(BaseUrl.isNearBy(document)).isTrue();
        assertThat(BaseUrl.isNearBy(URI.create("https://api.example.com/openapi.json")))
                .isFalse();
    }

    private static String nominal(String document, String... servers) {
        return BaseUrl.nominal(Optional.empty(), ChoicesTest.api(URI.create(document), List.of(servers)));
    }

    @Test
    void what_is_never_sent_goes_where_a_run_would_go_and_else_to_the_path_of_the_first_server() {
        assertThat(nominal("file:///api.yaml")).isEqualTo("http://localhost");
        assertThat(nominal("file:///api.yaml", "https://api.example.com/v2/")).isEqualTo("http://localhost/v2");
        assertThat(nominal("file:///api.yaml", "/v3")).isEqualTo("http://localhost/v3");
        assertThat(nominal("file:///api.yaml", "https://{region}.example.com/v2"))
                .isEqualTo("http://localhost");
        String[] servers = {"https://api.example.com/v2", "http://127.0.0.1:8080/dev"};
        assertThat(nominal("file:///api.yaml", servers)).isEqualTo("http://127.0.0.1:8080/dev");
        assertThat(nominal("https://api.example.com/openapi.json", servers)).isEqualTo("http://localhost/v2");
        assertThat(BaseUrl.nominal(
                        Optional.of("https://staging.example.com/x/"),
                        ChoicesTest.api(URI.create("file:///api.yaml"), List.of(servers))))
                .isEqualTo("https://staging.example.com/x");
    }

    @ParameterizedTest
    @CsvSource({
        "file:/api.yaml, https://api.example.com/v1, http://127.0.0.1:23456/v1",
        "file:/api.yaml, http://127.0.0.1:8080/v1, http://127.0.0.1:23456/v1",
        "file:/api.yaml, /, http://127.0.0.1:23456",
        "https://api.example.com/openapi.json, /v2, http://127.0.0.1:23456/v2",
        "http://127.0.0.1:23456/openapi.json, /v2, http://127.0.0.1:23456/v2"
    })
    void a_service_that_was_started_is_meant_with_the_path_of_the_first_server(
            String document, String server, String expected) {
        ContractConfig.Target started = new ContractConfig.Target(
                document, Optional.empty(), Path.of(""), Optional.of("http://127.0.0.1:23456"));
        assertThat(BaseUrl.of(started, ChoicesTest.api(URI.create(document), List.of(server))))
                .isEqualTo(expected);
    }
}
