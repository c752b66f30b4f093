package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.server.data.Backup;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

class BackupTest {
    @TempDir
    Path folder;

    @Test
    void aRunningServerIsCopiedAndTheCopyIsWhole() throws Exception {
        Path zip = folder.resolve("backup.zip");
        Path restored = folder.resolve("restored");
        long revision;
        String photo;
        try (Platform p = Platform.start(folder)) {
            photo = Photos.upload(p, "collector", Photos.jpeg(9));
            for (int i = 0; i < 30; i++) {
                p.apply("collector", Wishes.report("b" + i, SmallCity.WEST));
            }
            revision = p.apply("acceptor", Wishes.act("b0", "pass", 0, Map.of()));
            Main.main(new String[] {"backup", "--data", p.data().toString(), "--to", zip.toString()});
            p.apply("collector", Wishes.report("afterwards", SmallCity.WEST));

            HttpResponse<byte[]> byHttp = p.send(
                    p.request("/api/v1/backup", "boss").POST(HttpRequest.BodyPublishers.noBody()),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(byHttp.statusCode()).isEqualTo(200);
            assertThat(byHttp.body()).startsWith('P', 'K');
        }
        Main.main(new String[] {"restore", "--from", zip.toString(), "--data", restored.toString()});
        try (Database database = Database.open(restored, null)) {
            Ledger ledger = new Ledger(database);
            assertThat(ledger.revision()).isEqualTo(revision);
            assertThat(ledger.firstBroken()).isZero();
            List<Row> cases = new Rows(database).page("case", CaseFilter.ALL, Reach.CITY, 0, 1000);
            assertThat(cases).hasSize(30);
        }
        assertThat(restored.resolve("files/" + photo.substring(0, 2) + "/" + photo.substring(2)))
                .hasBinaryContent(Photos.jpeg(9));
        assertThatThrownBy(() -> Backup.restore(zip, restored)).hasMessageContaining("already");
    }

    @Test
    void aBackupAmongCommandsIsOfOneMomentAndLosesNothingAnsweredBefore() throws Exception {
        Path zip = folder.resolve("busy.zip");
        Path restored = folder.resolve("restored");
        long before;
        long after;
        try (Platform p = Platform.start(folder);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            p.token("collector");
            AtomicBoolean going = new AtomicBoolean(true);
            CountDownLatch busy = new CountDownLatch(40);
            List<Future<?>> senders = new ArrayList<>();
            for (int s = 0; s < 4; s++) {
                String mine = "w" + s + "-";
                senders.add(threads.submit(() -> {
                    for (int n = 0; going.get(); n++) {
                        p.apply("collector", Wishes.report(mine + n, SmallCity.WEST));
                        busy.countDown();
                    }
                }));
            }
            busy.await();
            before = p.server().ledger().revision();
            Main.main(new String[] {"backup", "--data", p.data().toString(), "--to", zip.toString()});
            after = p.server().ledger().revision();
            going.set(false);
            for (Future<?> sender : senders) {
                sender.get();
            }
        }
        Main.main(new String[] {"restore", "--from", zip.toString(), "--data", restored.toString()});
        try (Database database = Database.open(restored, null)) {
            Ledger ledger = new Ledger(database);
            assertThat(ledger.revision()).isGreaterThanOrEqualTo(before);
            assertThat(after).isGreaterThan(before);
            assertThat(ledger.firstBroken()).isZero();
            Rows rows = new Rows(database);
            for (Row row : rows.page("case", CaseFilter.ALL, Reach.CITY, 0, 100_000)) {
                assertThat(rows.history(row.place().trail())).as(row.id()).hasSize(1);
            }
        }
    }

    /// An empty backup of a folder that was mistyped would be found out on the day it is needed.
    @Test
    void nothingIsNotBackedUp() throws IOException {
        assertThatThrownBy(() -> Database.existing(folder)).hasMessageContaining("no city's storage in");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void onlyTheKeeperOfTheMachineGetsTheInsideBackup() throws IOException {
        try (Platform p = Platform.start(folder)) {
            int inside = Integer.parseInt(
                    Files.readAllLines(p.data().resolve("server.inside")).getFirst());
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            java.net.URI.create("http://127.0.0.1:" + inside + "/backup?to=/nowhere"))
                    .POST(HttpRequest.BodyPublishers.noBody());
            assertThat(p.send(request).statusCode()).isEqualTo(401);
            assertThat(get(p, inside, "/health/live")).contains("UP");
            assertThat(get(p, inside, "/health/ready")).contains("UP");
            p.json("/api/v1/me", "boss");
            assertThat(get(p, inside, "/metrics")).contains("yiping_revision").contains("route=\"GET /api/v1/me\"");
            assertThat(p.get("/metrics", "boss").statusCode()).isEqualTo(404);
        }
    }

    private static String get(Platform p, int port, String path) {
        return p.send(HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + port + path)))
                .body();
    }
}
