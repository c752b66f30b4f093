package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.Samples;
import org.yiping.protocol.Kinds;

class DamagedCacheTest {
    private final InstantSource clock = InstantSource.system();
    private FakePlatform platform;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        platform = new FakePlatform(clock);
    }

    @AfterEach
    void close() throws IOException {
        platform.close();
    }

    @Test
    void factsThatCannotBeReadKeepNoLayerFromBeingRead() throws IOException, SQLException {
        platform.document("/api/v1/city", Samples.city("1"));
        platform.bulk("/api/v1/layers/roads", 5, List.of());
        platform.bulk("/api/v1/components", 3, List.of());
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            Await.until("the layers", () -> desk.tables.layers.freshness().live());
        }
        try (Desk desk = new Desk(folder, platform.port(), clock)) {
            desk.sync.open();
            String facts = folder.resolve("facts").toAbsolutePath().toString();
            try (Connection damage = DriverManager.getConnection("jdbc:h2:file:" + facts, "sa", "");
                    Statement statement = damage.createStatement()) {
                statement.execute("ALTER TABLE cursor RENAME COLUMN as_of TO unreadable");
            }
            desk.sync.fillLayers();
            assertThat(desk.tables.layers.find("roads")).isPresent();
        }
        assertThat(folder.resolve("damaged")).isNotEmptyDirectory();
    }

    @Test
    void aCacheDamagedAnywhereIsSetAsideWhenItIsReadAndFetchedAnew() throws IOException {
        for (int i = 0; i < 1000; i++) {
            platform.put(Kinds.CASE, "c" + i, Samples.aCase("c" + i, "to-dispatch"));
        }
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            desk.awaitRevision(1000);
        }
        Path facts = folder.resolve("facts.mv.db");
        byte[] whole = Files.readAllBytes(facts);
        Random random = new Random(5);
        int withinOnly = 0;
        for (int round = 0; round < 8; round++) {
            byte[] damaged = whole.clone();
            int at = 3 * 4096 + random.nextInt(whole.length - 8 * 4096);
            for (int i = at; i < at + 4 * 4096; i++) {
                damaged[i] = (byte) random.nextInt();
            }
            Files.write(facts, damaged);
            try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
                Await.until("all cases", () -> desk.stores.cases().rows().size() == 1000 && desk.live());
                withinOnly += desk.notes.isEmpty() ? 1 : 0;
            }
            try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
                assertThat(desk.stores.cases().rows().size()).isEqualTo(1000);
            }
        }
        assertThat(withinOnly).as("damage that opening did not see").isPositive();
        assertThat(folder.resolve("damaged")).isNotEmptyDirectory();
    }
}
