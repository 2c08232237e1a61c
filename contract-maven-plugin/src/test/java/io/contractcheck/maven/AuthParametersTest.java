package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractException;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.AuthSettings.Credential;
import io.contractcheck.auth.Grant;
import io.contractcheck.auth.Placement;
import io.contractcheck.auth.SecretValue;
import io.contractcheck.http.Header;
import io.contractcheck.openapi.ParameterLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthParametersTest {
    @TempDir
    private Path folder;

    private Pom pom;

    @BeforeEach
    void begin() {
        pom = new Pom(folder);
    }

    private AuthSettings read(String configuration) {
        return pom.run(new CheckMojo(), "check", configuration).auth();
    }

    private Credential one(String configuration) {
        AuthSettings settings = read(configuration);
        assertThat(settings.users()).hasSize(1);
        assertThat(settings.users().get(0).credentials()).hasSize(1);
        return settings.users().get(0).credentials().get(0);
    }

    private AbstractThrowableAssert<?, ?> refused(String configuration) {
        return assertThatThrownBy(() -> read(configuration)).isInstanceOf(ContractException.class);
    }

    private Pom server(String id, String username, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        return pom.server(server);
    }

    private static SecretValue literal(String value, String source) {
        return new SecretValue.Literal(value, source);
    }

    @Test
    void nothing_configured_is_nobody() {
        assertThat(read("")).isEqualTo(AuthSettings.NONE);
    }

    @Test
    void a_token_is_a_value_a_variable_or_a_file() {
        assertThat(one("<token>abc</token>").grant()).isEqualTo(new Grant.Given(literal("abc", "token")));
        assertThat(one("<token>env:T</token>").grant()).isEqualTo(new Grant.Given(new SecretValue.Environment("T")));
        assertThat(one("<token>file:t.txt</token>").grant())
                .isEqualTo(new Grant.Given(new SecretValue.File(folder.resolve("t.txt"))));
    }

    @Test
    void plain_parameters_have_properties() {
        pom.property("contract.token", "abc")
                .property("contract.securityScheme", "key")
                .property("contract.tokenLifetime", "10m");
        assertThat(one(""))
                .isEqualTo(new Credential(
                        Optional.of("key"),
                        Optional.empty(),
                        new Grant.Given(literal("abc", "token")),
                        Optional.of(Duration.ofMinutes(10))));
    }

    @Test
    void a_command_runs_in_the_folder_of_the_pom_and_may_use_the_variables_of_its_shell() {
        assertThat(one("<tokenCommand>echo ${HOME} | cat</tokenCommand>").grant())
                .isEqualTo(new Grant.Command("echo ${HOME} | cat", folder, Duration.ofSeconds(30)));
        assertThat(one("<tokenCommand>x</tokenCommand><tokenCommandTimeout>5s</tokenCommandTimeout>")
                        .grant())
                .isEqualTo(new Grant.Command("x", folder, Duration.ofSeconds(5)));
    }

    @Test
    void name_and_password_are_basic_authentication() {
        assertThat(one("<username>anna</username><password>env:P</password>").grant())
                .isEqualTo(new Grant.Password(literal("anna", "username"), new SecretValue.Environment("P")));
    }

    @Test
    void a_server_of_the_settings_is_a_name_and_a_password_or_a_token() {
        server("both", "anna", "{p}");
        server("alone", null, "t");
        assertThat(one("<serverId>both</serverId>").grant())
                .isEqualTo(new Grant.Password(
                        literal("anna", "the user name of the server 'both' of settings.xml"),
                        literal("p", "the password of the server 'both' of settings.xml")));
        assertThat(one("<serverId>alone</serverId>").grant())
                .isEqualTo(new Grant.Given(literal("t", "the password of the server 'alone' of settings.xml")));
    }

    @Test
    void a_server_that_is_not_there_or_holds_nothing_is_an_error_that_says_what_to_write() {
        refused("<serverId>shop</serverId>")
                .hasMessageStartingWith("serverId: 'shop' is not known, since settings.xml has no server.")
                .hasMessageContaining("<server><id>shop</id>");
        server("book-shop", "anna", null);
        refused("<serverId>bookshop</serverId>")
                .hasMessage("serverId: 'bookshop' is not known. Did you mean 'book-shop'? Allowed: book-shop");
        refused("<serverId>book-shop</serverId>")
                .hasMessageStartingWith("serverId: the server 'book-shop' of settings.xml has no password.");
    }

    @Test
    void a_server_that_cannot_be_decrypted_is_an_error_that_names_the_master_password() {
        server("shop", "anna", "{wrong}");
        refused("<serverId>shop</serverId>")
                .hasMessageStartingWith("serverId: the server 'shop' of settings.xml cannot be decrypted: ")
                .hasMessageContaining("settings-security.xml")
                .hasMessageNotContaining("{wrong}");
    }

    @Test
    void a_placeholder_in_the_settings_that_nothing_replaced_is_an_error() {
        server("shop", null, "${env.SHOP_TOKEN}");
        refused("<serverId>shop</serverId>")
                .hasMessageStartingWith("serverId: the password of the server 'shop' of settings.xml holds"
                        + " ${env.SHOP_TOKEN} was not replaced");
    }

    @Test
    void a_login_takes_its_account_from_beside_it() {
        server("shop", "anna", "p");
        assertThat(one("""
                        <login>
                          <path>/login</path>
                          <payload>{"user": "${username}", "password": "${password}"}</payload>
                          <headers><header>X-Tenant: a, b</header></headers>
                          <tokenPointer>/access/token</tokenPointer>
                        </login>
                        <serverId>shop</serverId>
                        """).grant())
                .isEqualTo(new Grant.Login(
                        "/login",
                        "POST",
                        List.of(new Header("X-Tenant", "a, b")),
                        "application/json",
                        Optional.of("{\"user\": \"${username}\", \"password\": \"${password}\"}"),
                        Optional.of(literal("anna", "the user name of the server 'shop' of settings.xml")),
                        Optional.of(literal("p", "the password of the server 'shop' of settings.xml")),
                        new Grant.Extract.Body("/access/token")));
    }

    @Test
    void the_token_of_a_login_is_in_the_body_in_a_header_or_in_a_cookie() {
        assertThat(extract("<tokenPointer>#</tokenPointer>")).isEqualTo(new Grant.Extract.Body(""));
        assertThat(extract("<tokenPointer>#/a</tokenPointer>")).isEqualTo(new Grant.Extract.Body("/a"));
        assertThat(extract("<tokenHeader>X-T</tokenHeader>")).isEqualTo(new Grant.Extract.FromHeader("X-T"));
        assertThat(extract("<tokenCookie>SID</tokenCookie>")).isEqualTo(new Grant.Extract.Cookie("SID"));
        assertThat(extract("<tokenCookie>*</tokenCookie>")).isEqualTo(new Grant.Extract.Cookie(""));
    }

    private Grant.Extract extract(String where) {
        return ((Grant.Login) one("<login><url>http://a/b</url><method>put</method>" + where + "</login>")
                        .grant())
                .token();
    }

    @Test
    void client_credentials_are_id_and_secret_or_a_server() {
        assertThat(one("""
                        <clientCredentials>
                          <tokenUrl>/token</tokenUrl>
                          <clientId>me</clientId>
                          <clientSecret>env:S</clientSecret>
                          <scopes>read, write</scopes>
                          <inBody>true</inBody>
                          <parameters><audience>shop</audience></parameters>
                        </clientCredentials>
                        """).grant())
                .isEqualTo(new Grant.ClientCredentials(
                        Optional.of("/token"),
                        literal("me", "clientCredentials/clientId"),
                        new SecretValue.Environment("S"),
                        List.of("read", "write"),
                        true,
                        Map.of("audience", "shop")));
        server("shop", "me", "s");
        assertThat(((Grant.ClientCredentials) one("<clientCredentials><serverId>shop</serverId></clientCredentials>")
                                .grant())
                        .clientSecret())
                .isEqualTo(literal("s", "the password of the server 'shop' of settings.xml"));
    }

    @Test
    void a_placement_says_where_the_credential_travels() {
        assertThat(one("<token>t</token><placement><in>query</in><name>key</name></placement>")
                        .placement())
                .contains(new Placement(ParameterLocation.QUERY, "key", "{token}"));
        refused("<token>t</token><placement><in>body</in><name>key</name></placement>")
                .hasMessage("placement/in: 'body' is not allowed: write header, query or cookie");
        refused("<token>t</token><placement><in>header</in><name>A</name><template>Bearer</template></placement>")
                .hasMessageContaining("placement/template")
                .hasMessageContaining("{token}");
        refused("<placement><in>header</in><name>A</name></placement>")
                .hasMessageStartingWith("placement: there is no credential that it could be for.");
    }

    @Test
    void users_have_their_credentials_in_them_or_in_a_list() {
        AuthSettings settings = read("""
                <users>
                  <user><name>anna</name><token>a</token><scopes><scope>read</scope><scope>write</scope></scopes></user>
                  <user>
                    <name>bob</name>
                    <credentials>
                      <credential><token>b</token><securityScheme>key</securityScheme></credential>
                      <credential><username>bob</username><password>p</password></credential>
                    </credentials>
                  </user>
                </users>
                """);
        assertThat(settings.users()).extracting(AuthSettings.User::name).containsExactly("anna", "bob");
        assertThat(settings.users().get(0).scopes()).contains(List.of("read", "write"));
        assertThat(settings.users().get(0).credentials())
                .containsExactly(Credential.of(new Grant.Given(literal("a", "users/anna/token"))));
        assertThat(settings.users().get(1).scopes()).isEmpty();
        assertThat(settings.users().get(1).credentials())
                .extracting(Credential::grant)
                .containsExactly(
                        new Grant.Given(literal("b", "users/bob/1. credential/token")),
                        new Grant.Password(
                                literal("bob", "users/bob/2. credential/username"),
                                literal("p", "users/bob/2. credential/password")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<token>s3cret</token><tokenCommand>x</tokenCommand> | token and tokenCommand contradict each other",
                "<token>s3cret</token><serverId>x</serverId> | token and serverId contradict each other",
                "<username>a</username><password>s3cret</password><serverId>x</serverId> | username and serverId contradict each other",
                "<login><path>/a</path><tokenHeader>a</tokenHeader></login><username>a</username><password>s3cret</password><serverId>x</serverId> | username and serverId contradict each other",
                "<login><path>/a</path><tokenHeader>a</tokenHeader></login><token>s3cret</token> | token and login contradict each other",
                "<clientCredentials><clientId>a</clientId></clientCredentials><serverId>x</serverId> | clientCredentials and serverId: the two contradict",
                "<login><path>/a</path><url>http://a</url></login> | login/url and login/path contradict each other",
                "<login><path>/a</path><tokenHeader>a</tokenHeader><tokenCookie>b</tokenCookie></login> | login/tokenHeader and login/tokenCookie contradict each other",
                "<login><path>/a</path></login> | login/tokenPointer: is missing.",
                "<login><path>/a</path><tokenPointer>a.b</tokenPointer></login> | login/tokenPointer: 'a.b' is not allowed: a JSON Pointer begins with a slash",
                "<login><tokenHeader>a</tokenHeader></login> | login/path: is missing.",
                "<login><path>/a</path><tokenHeader>a</tokenHeader><headers><header>s3cret</header></headers></login> | login/headers: '(a line without a colon)'",
                "<clientCredentials><clientId>a</clientId></clientCredentials> | clientCredentials/clientSecret: is missing.",
                "<username>a</username> | username: there is no password beside it.",
                "<password>s3cret</password> | password: there is no user name beside it.",
                "<tokenCommandTimeout>1s</tokenCommandTimeout> | tokenCommandTimeout: there is no tokenCommand",
                "<tokenLifetime>1s</tokenLifetime> | tokenLifetime: there is no credential that it could be for.",
                "<token>s3cret</token><tokenLifetime>soon</tokenLifetime> | tokenLifetime: 'soon' is not allowed",
                "<token>env:</token> | token: there is nothing after env:",
                "<token>Bearer ${env.NO_SUCH}</token> | token: ${env.NO_SUCH} was not replaced",
                "<token>${env.NO_SUCH}</token> | token: ${env.NO_SUCH} was not replaced",
                "<login><path>${no.such}</path><tokenHeader>a</tokenHeader></login> | login/path: ${no.such} was not replaced",
                "<users><user><name>a</name><token>${no.such}</token></user></users> | users/a/token: ${no.such} was not replaced",
                "<users><user><name>a</name><credentials><c><login><path>${no.such}</path></login></c></credentials></user></users> | users/a/1. credential/login/path: ${no.such}",
                "<token>s3cret</token><users><user><name>a</name><token>b</token></user></users> | users: there are credentials (token",
                "<token>s3cret</token><authFile>a.yaml</authFile> | authFile: there are credentials (token",
                "<authFile>a.yaml</authFile><users><user><name>a</name><token>b</token></user></users> | authFile: there are users beside it.",
                "<authUsers>anna</authUsers> | authUsers: there is no authFile",
                "<authFile>no-such.yaml</authFile> | authFile: ",
                "<authFile>${no.such}</authFile> | authFile: ${no.such} was not replaced",
                "<users><user><token>b</token></user></users> | users/1. user/name: is missing.",
                "<users><user><name>a</name></user></users> | users/a: there is no credential.",
                "<users><user><name>a</name><token>s3cret</token></user><user><name>a</name><token>b</token></user></users> | users: there are two of the name 'a'.",
                "<users><user><name>a</name><token>s3cret</token><tokenCommand>b</tokenCommand></user></users> | users/a/token and users/a/tokenCommand contradict each other",
                "<users><user><name>a</name><token>s3cret</token><credentials><credential><token>b</token></credential></credentials></user></users> | users/a/credentials: there is a credential beside it.",
                "<users><user><name>a</name><credentials><credential/></credentials></user></users> | users/a/1. credential: is empty.",
            })
    void what_cannot_be_meant_is_an_error_that_names_the_parameter_and_no_secret(String configuration, String message) {
        refused(configuration).hasMessageStartingWith(message).hasMessageNotContaining("s3cret");
    }

    @Test
    void a_property_without_a_value_is_an_error_since_a_variable_was_to_fill_it() {
        pom.property("contract.token", "");
        refused("").hasMessageStartingWith("token: is empty (-Dcontract.token= is there, without a value).");
    }

    @Test
    void headers_that_maven_lost_are_an_error_too_but_there_may_be_none() {
        CheckMojo lost = pom.run(new CheckMojo(), "check", "<headers><header>${no.such}</header></headers>");
        assertThatThrownBy(() -> lost.cases(folder))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("headers/header: ${no.such} was not replaced");
        pom.property("contract.headers", "");
        assertThat(pom.run(new CheckMojo(), "check", "").cases(folder).network().headers())
                .isEmpty();
    }
}
