package io.contractcheck.auth;

import static io.contractcheck.auth.AuthLab.PASSWORD;
import static io.contractcheck.auth.AuthLab.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class CommandSourceTest {
    private final AuthLab lab = new AuthLab();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        lab.close();
    }

    private Grant command(String text) {
        return new Grant.Command(text, folder, Grant.Command.DEFAULT_TIMEOUT);
    }

    private Token fetch(String text) {
        return lab.fetch(command(text));
    }

    private String error(String text) {
        return lab.error(command(text));
    }

    private static String first(String message) {
        return message.lines().findFirst().orElse("");
    }

    @Test
    void what_a_command_prints_is_the_token_without_one_line_break() {
        assertThat(fetch("echo " + TOKEN).value()).isEqualTo(TOKEN);
        assertThat(fetch("printf " + TOKEN).value()).isEqualTo(TOKEN);
        assertThat(fetch("printf '" + TOKEN + "\\r\\n'").value()).isEqualTo(TOKEN);
        assertThat(lab.masked("a " + TOKEN)).isEqualTo("a ${CONTRACT_TOKEN_ANN}");
    }

    @Test
    void a_token_with_bearer_before_it_says_bearer_once() {
        Token token = fetch("echo Bearer " + TOKEN);

        assertThat(token.bare()).isEqualTo(TOKEN);
        assertThat(token.in("Bearer {token}")).isEqualTo("Bearer " + TOKEN);
        assertThat(token.in("{token}")).isEqualTo("Bearer " + TOKEN);
        assertThat(lab.masked("Bearer " + TOKEN)).isEqualTo("Bearer ${CONTRACT_TOKEN_ANN}");
    }

    @Test
    void it_runs_in_its_folder_and_its_error_output_may_say_anything() throws IOException {
        Files.writeString(folder.resolve("token"), TOKEN + "\n");

        assertThat(fetch("echo fetching >&2; cat token").value()).isEqualTo(TOKEN);
    }

    @Test
    void both_outputs_are_read_while_it_runs() {
        assertThat(fetch("head -c 900000 /dev/zero | tr '\\0' x >&2; echo " + TOKEN)
                        .value())
                .isEqualTo(TOKEN);
    }

    @Test
    void it_has_no_input_to_wait_for() {
        assertThat(first(error("cat")))
                .isEqualTo("The token command of user 'ann' printed nothing (exit status 0): cat");
    }

    @Test
    void printing_nothing_is_an_error_that_says_so() {
        assertThat(error("echo " + TOKEN + " >/dev/null; echo 'no such profile' >&2"))
                .startsWith(
                        "The token command of user 'ann' printed nothing (exit status 0): echo [masked] >/dev/null;")
                .contains("Perhaps a variable that it reads is not set here", "set -eu")
                .endsWith("The end of its error output:\n    no such profile");
    }

    @Test
    void printing_white_space_is_an_error_that_says_how_much() {
        assertThat(error("printf '  \\n \\n'"))
                .startsWith(
                        "The token command of user 'ann' printed only white space (4 characters in 2 lines, exit status 0):")
                .endsWith("It wrote nothing to its error output.");
    }

    @Test
    void a_failure_tells_its_status_and_the_end_of_its_error_output() {
        String message = error("echo " + TOKEN + "; for i in 1 2 3 4 5 6 7; do echo line $i >&2; done; exit 3");

        assertThat(first(message))
                .startsWith(
                        "The token command of user 'ann' failed with exit status 3 (it printed 24 characters in 1 line): ");
        assertThat(message).contains("    line 3\n    line 4\n").doesNotContain("line 2");
    }

    @Test
    void what_looks_like_a_secret_is_not_shown_of_the_error_output_either() {
        assertThat(error("echo refused: " + TOKEN + " >&2; echo password=x7 >&2; echo token: expired, see"
                        + " /var/log/login.log >&2; exit 1"))
                .contains("(it printed nothing)")
                .endsWith("    refused: [masked]\n    password=[masked]\n    token: expired, see /var/log/login.log");
    }

    @Test
    void a_long_error_output_is_cut() {
        String message = error("head -c 3000 /dev/zero | tr '\\0' x >&2; exit 1");

        assertThat(message.length()).isLessThan(1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit 126                | may not be run: chmod +x",
                "no-such-program-here    | not on the PATH of the build",
                "kill -9 $$              | signal 9 ended it",
            })
    void well_known_statuses_are_explained(String text, String explanation) {
        assertThat(error(text)).contains(explanation);
    }

    @Test
    void what_was_printed_is_masked_in_the_error_output_and_in_the_command() {
        String message = error("set -x; echo token " + TOKEN + "; exit 1");

        assertThat(message).contains("+ echo token ${CONTRACT_TOKEN_ANN}");
    }

    @Test
    void a_banner_before_the_token_is_told_by_the_number_of_lines() {
        assertThat(error("echo 'Welcome to the vault'; echo " + TOKEN))
                .startsWith("The token command of user 'ann' printed 45 characters in 2 lines (exit status 0),"
                        + " and a token is one line: echo ")
                .contains("Its last line, of 24 characters, may be the token", "tail -n 1");
        assertThat(error("echo " + TOKEN + "; echo 'that was it'"))
                .contains("Perhaps it prints a banner or a message.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo please log in first          | printed a space at character 7 of 19 (exit status 0), which no token has",
                "printf 'ab\\tcd'                  | printed a tab at character 3 of 5",
                "printf 'abcd \\n'                 | printed a space at character 5 of 5",
                "printf 'abcd\\n\\n'               | printed a line break at character 5 of 5",
                "printf '\\033[32mabcd'            | Switch colours off",
                "printf 'abc\\303\\244'            | printed U+00E4 at character 4 of 4 (exit status 0), which no token has and no header can carry",
                "printf '\\376\\377a'              | Perhaps it prints UTF-16",
                "echo null                         | printed the word null (exit status 0) where a token should be",
                "echo 'Bearer '                    | printed the word Bearer and no token",
                "echo Bearer                       | printed the word Bearer and no token",
                "echo '<!DOCTYPE html><html/>'     | printed HTML or XML (22 characters in 1 line, exit status 0) instead of a token",
            })
    void what_is_no_token_is_told_by_its_first_wrong_character(String text, String said) {
        assertThat(error(text)).contains(said);
    }

    @Test
    void a_whole_answer_is_an_error_that_names_the_ways_out() {
        assertThat(error("echo '{\"access_token\": \"" + TOKEN + "\"}'; echo got " + TOKEN + " >&2"))
                .startsWith("The token command of user 'ann' printed JSON (44 characters in 1 line, exit status 0)"
                        + " instead of a token: ")
                .contains("jq -er .access_token", "<login>", "got [masked]");
    }

    @Test
    void a_token_in_quotes_is_an_error_that_names_the_flag() {
        assertThat(error("echo '\"" + TOKEN + "\"'")).contains("printed text in quotes", "jq -r");
    }

    @Test
    void a_command_that_hangs_is_killed_with_all_that_it_started() throws IOException {
        String text = "sleep 600 & echo $! >pid; printf " + TOKEN + "; sleep 600";
        String message = lab.error(new Grant.Command(text, folder, Duration.ofMillis(1500)));

        assertThat(message)
                .startsWith("The token command of user 'ann' did not end within 1500 ms and was killed"
                        + " (it had printed 24 characters in 1 line): sleep 600 &")
                .contains("<tokenCommandTimeout>");
        long child = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        assertThat(dies(child)).isTrue();
    }

    /** Killing takes the system a moment; a process of which only its status is left is dead. */
    private static boolean dies(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "stat");
        for (int i = 0; i < 1_000_000; i++) {
            boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
            if (!alive || Files.exists(status) && Files.readString(status).contains(") Z ")) {
                return true;
            }
            Thread.yield();
        }
        return false;
    }

    @Test
    void what_it_leaves_in_the_background_is_not_waited_for() {
        assertThat(fetch("sleep 60 & echo $! >pid; echo " + TOKEN).value()).isEqualTo(TOKEN);
        assertThat(fetch("kill $(cat pid); echo " + TOKEN).value()).isEqualTo(TOKEN);
    }

    @Test
    void a_flood_is_stopped() {
        assertThat(error("yes " + TOKEN)).contains("printed more than 1048576 bytes and was killed");
    }

    @Test
    void what_cannot_be_started_is_an_error() {
        assertThat(lab.error(new Grant.Command("echo x", folder.resolve("none"), Duration.ofSeconds(5))))
                .contains("cannot be started: its folder", "none", "does not exist");
        assertThat(error("  ")).startsWith("The token command of user 'ann' is empty.");
    }

    @Test
    void an_interrupted_thread_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertThat(error("sleep 60")).contains("was interrupted: sleep 60");
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "login --password Zq7-Geheim9vK now # login --password [masked] now",
                "login --password=Zq7-Geheim9vK     # login --password=[masked]",
                "PASSWORD='Zq7-Geheim9vK' login     # PASSWORD='[masked]' login",
                "curl -u me:Zq7-Geheim9vK host      # curl -u me:[masked] host",
                "curl http://me:Zq7-Geheim9vK@host  # curl http://me:[masked]@host",
                "curl -H 'Authorization: Basic Zq7' # curl -H 'Authorization: Basic [masked]'",
                "curl -d '{\"password\":\"Zq7-G\"}'   # curl -d '{\"password\":\"[masked]\"}'",
                "echo Zq7GeheimesToken9vKx2         # echo [masked]",
                "login --password $PASSWORD now     # login --password $PASSWORD now",
                "./get-token.sh dev | jq -r .token  # ./get-token.sh dev | jq -r .token",
                "cat /run/secrets/token.txt         # cat /run/secrets/token.txt",
            })
    void what_looks_like_a_password_is_not_shown(String text, String shown) {
        assertThat(CommandText.shown(text, new Secrets())).isEqualTo(shown);
    }

    @Test
    void a_command_is_shown_by_its_beginning_in_one_line() {
        lab.context().hidden("CONTRACT_PASSWORD", PASSWORD);

        assertThat(first(error("false \\\n  " + "x".repeat(100)))).endsWith(": false \\ " + "x".repeat(72) + "...");
        assertThat(first(error("false '" + PASSWORD + "'"))).endsWith("false '${CONTRACT_PASSWORD_ANN}'");
    }
}
