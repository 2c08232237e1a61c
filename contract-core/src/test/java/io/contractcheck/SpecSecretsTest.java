package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.http.Secrets;
import org.junit.jupiter.api.Test;

class SpecSecretsTest {
    private final Secrets secrets = new Secrets();

    @Test
    void a_key_in_the_query_of_the_document_s_url_is_secret_and_a_word_is_not() {
        String url = "http://127.0.0.1/api?group=public&api_key=s3cret%21";
        SpecSecrets.hide(url, secrets);
        assertThat(secrets.mask(url)).isEqualTo("http://127.0.0.1/api?group=public&api_key=${CONTRACT_API_KEY}");
    }

    @Test
    void a_password_in_the_document_s_url_is_refused_and_not_shown() {
        assertThatThrownBy(() -> SpecSecrets.hide("http://me:s3cret@127.0.0.1/api", secrets))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("spec: ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_path_carries_nothing() {
        SpecSecrets.hide("C:\\my api\\api.yaml", secrets);
        assertThat(secrets.mask("my api")).isEqualTo("my api");
    }
}
