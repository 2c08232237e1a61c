package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.RestoreHook.RestorePoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TableStateTest {
    private static final String BOOKS = "CREATE TABLE book (id bigserial PRIMARY KEY, name text NOT NULL UNIQUE);"
            + " INSERT INTO book (name) VALUES ('one'), ('two');"
            + " CREATE TABLE page (book bigint NOT NULL REFERENCES book ON DELETE CASCADE, n int, text text,"
            + " PRIMARY KEY (book, n)); INSERT INTO page VALUES (1, 1, 'p'), (2, 1, 'q')";

    private static Scratch scratch;

    @BeforeAll
    static void open() throws Exception {
        scratch = Scratch.open();
    }

    @AfterAll
    static void close() {
        scratch.close();
    }

    @Test
    void without_a_database_there_is_nothing_to_remember() {
        assertThat(new PostgresHook().remembers(HookContext.of(Map.of()))).isFalse();
        assertThat(new PostgresHook()
                        .remembers(HookContext.of(Map.of(), Map.of("jdbcUrl", "jdbc:postgresql://localhost/x"))))
                .isTrue();
    }

    @Test
    void the_next_row_has_the_number_it_had_the_first_time_and_statements_stay_prepared() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        RestorePoint point = base.remember();
        String remembered = base.hash();
        try (Connection connection = base.login().connect();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO book (name) VALUES (?) RETURNING id")) {
            for (int i = 0; i < 12; i++) { // beyond where the driver lets the server prepare
                insert.setString(1, "three");
                insert.execute();
                insert.getResultSet().next();
                assertThat(insert.getResultSet().getLong(1)).isEqualTo(3);
                point.restore();
                assertThat(base.hash()).isEqualTo(remembered);
            }
        }
        assertThat(base.warnings()).isEmpty();
    }

    @Test
    void what_is_not_touched_is_not_written_and_no_table_is_made_anew() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        String places =
                "SELECT string_agg(ctid || ' ' || xmin, ',' ORDER BY id) || pg_relation_filenode('book') FROM book";
        String before = EmbeddedTest.one(base.login(), places);
        RestorePoint point = base.remember();
        base.login().run("INSERT INTO book (name) VALUES ('three'); UPDATE page SET text = 'r'");
        point.restore();
        assertThat(EmbeddedTest.one(base.login(), places)).isEqualTo(before);
    }

    @Test
    void the_journal_tells_what_was_committed_by_which_transaction() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        TableState state = (TableState) base.remember();
        try (Connection connection = base.login().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO book (name) VALUES ('gone')");
            connection.rollback();
            statement.execute("INSERT INTO book (name) VALUES ('three'); DELETE FROM page WHERE n = 9");
            connection.commit();
            statement.execute("DELETE FROM book WHERE id = 1");
            connection.commit();
        }
        List<Touched> touched = state.since(0);
        String book = EmbeddedTest.one(base.login(), "SELECT 'book'::regclass::oid");
        String page = EmbeddedTest.one(base.login(), "SELECT 'page'::regclass::oid");
        assertThat(touched)
                .extracting(t -> t.table() + " " + t.operation())
                .contains(book + " INSERT", page + " DELETE", book + " DELETE")
                .doesNotContain(book + " UPDATE");
        assertThat(touched.stream().map(Touched::transaction).distinct()).hasSize(2);
        long mark = state.mark();
        base.login().run("TRUNCATE page");
        assertThat(state.since(mark))
                .extracting(t -> t.table() + " " + t.operation())
                .containsExactly(page + " TRUNCATE");
        state.restore();
        assertThat(state.since(0)).isEmpty();
    }

    @Test
    void a_transaction_that_holds_a_lock_is_named() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        try (Session session = Session.open(new Target(
                base.login().address().jdbcUrl(),
                java.util.Optional.of(base.login().user()),
                java.util.Optional.of(base.login().password()),
                true))) {
            session.execute("SET lock_timeout = '200ms'");
            List<String> warnings = base.warnings();
            TableState state = TableState.remember(session, target(base), calm(session, base, warnings), warnings::add);
            try (Connection holder = base.login().connect();
                    Statement statement = holder.createStatement()) {
                statement.execute("SET application_name = 'nightly job'");
                holder.setAutoCommit(false);
                statement.execute("UPDATE book SET name = 'held' WHERE id = 1");
                assertThatThrownBy(state::restore)
                        .isInstanceOf(HookException.class)
                        .hasMessageContaining("a transaction did not end within 0.3 s")
                        .hasMessageContaining("application nightly job, idle in transaction")
                        .hasMessageContaining("UPDATE book SET name = 'held' WHERE id = 1");
                holder.rollback();
                state.restore();
                base.login().run("INSERT INTO page VALUES (2, 2, '')");
                // a lock without a change: whoever holds it only reads, as far as the server knows
                statement.execute("LOCK TABLE page IN SHARE MODE");
                assertThatThrownBy(state::restore)
                        .isInstanceOf(HookException.class)
                        .hasMessageContaining("a lock is held by another transaction during restore")
                        .hasMessageContaining("nightly job")
                        .hasMessageContaining("LOCK TABLE page");
                holder.rollback();
                state.restore();
                assertThat(EmbeddedTest.one(base.login(), "SELECT count(*) FROM page"))
                        .isEqualTo("2");
            }
        }
    }

    @Test
    void a_transaction_that_only_reads_is_not_waited_for_again() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        List<String> warnings = base.warnings();
        try (Session session = open(base);
                Connection reader = base.login().connect();
                Statement statement = reader.createStatement()) {
            TableState state = TableState.remember(session, target(base), calm(session, base, warnings), warnings::add);
            reader.setAutoCommit(false);
            statement.execute("SELECT * FROM book");
            base.login().run("DELETE FROM book");
            state.restore();
            base.login().run("DELETE FROM book");
            state.restore();
            assertThat(EmbeddedTest.one(base.login(), "SELECT count(*) FROM page"))
                    .isEqualTo("2");
            assertThat(warnings).hasSize(1).allMatch(w -> w.contains("SELECT * FROM book"));
        }
    }

    private static Session open(Scratch.Base base) throws SQLException {
        return Session.open(target(base));
    }

    private static Target target(Scratch.Base base) {
        return new Target(
                base.login().address().jdbcUrl(),
                java.util.Optional.of(base.login().user()),
                java.util.Optional.of(base.login().password()),
                false);
    }

    private static Calm calm(Session session, Scratch.Base base, List<String> warnings) {
        return new Calm(
                session, base.login().address().name(), Duration.ofMillis(300), Duration.ofMillis(20), warnings::add);
    }

    @Test
    void a_table_that_the_service_makes_is_emptied_and_told_of() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        List<String> warnings = base.warnings();
        try (Session session = open(base)) {
            TableState state = TableState.remember(session, target(base), calm(session, base, warnings), warnings::add);
            base.login().run("CREATE TABLE late AS SELECT 1 AS n");
            state.restore();
            assertThat(EmbeddedTest.one(base.login(), "SELECT count(*) FROM late"))
                    .isEqualTo("0");
            base.login().run("INSERT INTO late VALUES (2)");
            state.restore();
            assertThat(EmbeddedTest.one(base.login(), "SELECT count(*) FROM late"))
                    .isEqualTo("0");
            assertThat(warnings).hasSize(1).allMatch(w -> w.contains("public.late"));
        }
    }

    @Test
    void a_table_that_is_dropped_and_made_again_has_its_rows_back() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        RestorePoint point = base.remember();
        base.login().run("DROP TABLE page; CREATE TABLE page (book bigint, n int, text text, extra int)");
        point.restore();
        assertThat(EmbeddedTest.one(base.login(), "SELECT string_agg(text, '' ORDER BY text) FROM page"))
                .isEqualTo("pq");
    }

    @Test
    void a_table_that_is_dropped_cannot_be_brought_back() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        RestorePoint point = base.remember();
        base.login().run("DROP TABLE page");
        assertThatThrownBy(point::restore)
                .isInstanceOf(HookException.class)
                .hasMessageContaining("the service dropped public.page")
                .hasMessageContaining("databaseRestore to template");
    }

    @Test
    void what_a_run_left_that_was_killed_is_replaced_and_a_run_that_ends_leaves_nothing() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        base.remember(); // and never ended
        base.login().run("INSERT INTO book (name) VALUES ('left')");
        RestorePoint point = base.remember();
        String remembered = base.hash();
        base.login().run("DELETE FROM book");
        point.restore();
        assertThat(base.hash()).isEqualTo(remembered).contains("left");
        point.forget();
        assertThat(EmbeddedTest.one(base.login(), "SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'contractcheck%'"))
                .isEqualTo("0");
        assertThat(EmbeddedTest.one(base.login(), "SELECT count(*) FROM pg_namespace WHERE nspname = 'contractcheck'"))
                .isEqualTo("0");
        assertThat(
                        EmbeddedTest.one(
                                base.login(),
                                "SELECT count(*) FROM pg_stat_activity WHERE application_name ="
                                        + " 'ContractCheck' AND datname = current_database() AND state = 'idle in transaction'"))
                .isEqualTo("0");
    }

    @Test
    void large_objects_are_told_of_at_the_end() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        List<String> warnings = base.warnings();
        Session session = open(base);
        TableState state = TableState.remember(session, target(base), calm(session, base, warnings), warnings::add);
        base.login().run("SELECT lo_create(0)");
        state.restore();
        state.forget();
        assertThat(warnings).hasSize(1).allMatch(w -> w.contains("large objects"));
    }

    @Test
    void an_owner_without_further_rights_gets_rows_back_in_the_order_that_foreign_keys_ask_for() throws Exception {
        Scratch.Base base = scratch.base("CREATE ROLE plain_" + suffix() + " LOGIN PASSWORD 'p'");
        String role = "plain_" + (suffix - 1);
        base.login()
                .run("GRANT CREATE ON DATABASE " + base.login().address().name() + " TO " + role
                        + "; GRANT ALL ON SCHEMA public TO " + role);
        Scratch.Base own = base.as(role, "p");
        own.login()
                .run(BOOKS + "; CREATE TABLE audit (id serial PRIMARY KEY, what text);"
                        + " CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " INSERT INTO audit (what) VALUES (TG_OP); RETURN NULL; END $$;"
                        + " CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON book FOR EACH ROW EXECUTE FUNCTION audit();"
                        + " CREATE TABLE loose (n int)");
        RestorePoint point = own.remember();
        assertThat(own.warnings()).hasSize(1).allMatch(w -> w.contains("session_replication_role"));
        String remembered = own.hash();
        List<String> writes = List.of(
                "DELETE FROM book",
                "INSERT INTO book (name) VALUES ('x'); INSERT INTO page SELECT id, 7, '' FROM book",
                "UPDATE book SET name = name || '!'; UPDATE page SET n = n + book * 10, book = 1; DELETE FROM book WHERE id = 2",
                "TRUNCATE book CASCADE",
                "INSERT INTO loose VALUES (1), (1)");
        for (String write : writes) {
            own.login().run(write);
            assertThat(own.hash()).isNotEqualTo(remembered);
            point.restore();
            assertThat(own.hash()).as(write).isEqualTo(remembered);
        }
        own.login().run("INSERT INTO book (name) VALUES ('audited')");
        assertThat(EmbeddedTest.one(own.login(), "SELECT count(*) FROM audit"))
                .as("the service's triggers act again")
                .isEqualTo("1");
        point.forget();
    }

    private static int suffix;

    private static int suffix() {
        return suffix++;
    }

    @Test
    void where_no_trigger_may_be_made_the_whole_database_is_made_anew() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        String name = base.login().address().name();
        base.login()
                .run("CREATE ROLE copier LOGIN CREATEDB PASSWORD 'p'; ALTER DATABASE " + name + " OWNER TO copier;"
                        + " GRANT pg_signal_backend TO copier; GRANT ALL ON ALL TABLES IN SCHEMA public TO copier;"
                        + " REVOKE TRIGGER ON ALL TABLES IN SCHEMA public FROM copier");
        Scratch.Base own = base.as("copier", "p");
        RestorePoint point = own.remember();
        assertThat(own.warnings())
                .hasSize(1)
                .allMatch(w -> w.contains("cannot be watched") && w.contains("closes the service's connections"));
        String remembered = base.hash();
        for (int i = 0; i < 2; i++) {
            base.login().run("DELETE FROM book; CREATE TABLE more (n int)");
            point.restore();
            assertThat(base.hash()).isEqualTo(remembered);
        }
        point.forget();
        assertThat(EmbeddedTest.one(
                        base.login(), "SELECT count(*) FROM pg_database WHERE datname LIKE '%_contractcheck'"))
                .isEqualTo("0");
    }

    @Test
    void the_whole_database_is_made_anew_where_that_is_asked_for() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        RestorePoint point = base.remember("databaseRestore", "template");
        String remembered = base.hash();
        try (Connection pooled = base.login().connect()) {
            base.login().run("DROP TABLE page");
            point.restore();
            assertThat(pooled.isValid(5)).isFalse();
        }
        assertThat(base.hash()).isEqualTo(remembered);
        point.forget();
    }

    @Test
    void rights_that_suffice_for_neither_are_told_of_with_what_to_do() throws Exception {
        Scratch.Base base = scratch.base(BOOKS + "; CREATE ROLE nobody_here LOGIN PASSWORD 'p'");
        assertThatThrownBy(() -> base.as("nobody_here", "p").remember())
                .isInstanceOf(HookException.class)
                .hasMessageContaining("permission denied")
                .hasMessageContaining("Let its user create schemas");
    }

    @Test
    void a_wrong_setting_is_told_of() throws Exception {
        Scratch.Base base = scratch.base(BOOKS);
        assertThatThrownBy(() -> base.remember("databaseRestore", "rows"))
                .hasMessage("the hook property 'databaseRestore' is 'rows'. Write auto, tables or template.");
    }
}
