package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.protocol.Json;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;

/// The server as a process on a PostgreSQL server process: commands, a kill, a restart, a copy by PostgreSQL's own
/// means.
@Tag("slow")
class PostgresServerTest {
    private static final int CASES = 60;

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void aCityOnPostgresSurvivesAKillAndIsCopied() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pg"))
                .start()) {
            sql(postgres, "CREATE DATABASE city");
            String storage = postgres.getJdbcUrl("postgres", "city");
            long last;
            Child child = server(storage);
            try (Caller caller = signIn(child, "collector", "collector")) {
                last = report(caller, 0, CASES);
                child.kill();
            }
            child = server(storage);
            try (Caller caller = signIn(child, "collector", "collector")) {
                assertThat(report(caller, CASES - 1, CASES))
                        .as("the same key, the same answer")
                        .isEqualTo(last);
                last = report(caller, CASES, CASES + 5);
                assertThat(caller.json("/api/v1/cases?limit=1000").path("items").size())
                        .isEqualTo(CASES + 5);
            }
            try (Caller office = signIn(child, "boss", "administrator")) {
                HttpResponse<String> refused = office.post("/api/v1/backup").orElseThrow();
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(501);
                assertThat(refused.body()).contains("STO-5010").contains("PostgreSQL");
            }
            child.close();
            sql(postgres, "CREATE DATABASE spare TEMPLATE city");
            try (Database spare = Database.open(folder, postgres.getJdbcUrl("postgres", "spare"))) {
                assertThat(new Ledger(spare).revision()).isEqualTo(last);
                assertThat(new Ledger(spare).firstBroken()).isZero();
            }
        }
    }

    private Child server(String storage) {
        return Child.start(folder, List.of(), List.of("-Xmx256m", "-XX:+UseSerialGC"), List.of("--storage", storage));
    }

    private Caller signIn(Child child, String user, String post) throws IOException {
        return Caller.signIn(child.port(), folder.resolve("data"), user, post);
    }

    /// Reports these cases under keys of their own; the revision of the last.
    private static long report(Caller caller, int from, int to) {
        long revision = 0;
        for (int i = from; i < to; i++) {
            Map<String, Object> wish = Wishes.report("pg" + i, SmallCity.WEST);
            HttpResponse<String> answer = caller.command("pg" + i, wish).orElseThrow();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            revision = Json.mapper().readTree(answer.body()).path("revision").asLong();
        }
        return revision;
    }

    private static void sql(EmbeddedPostgres postgres, String words) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(words);
        }
    }
}
