package org.yiping.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.SceneFolder;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallScene;
import org.yiping.fake.HeardLog;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Row;

/// Scene files that are corrected while the platform runs.
class WallFilesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final SceneId NIGHT = new SceneId("night");
    private static final String SCENE = """
            version: "1"
            title: {zh: 夜班, en: Night shift}
            layouts:
              - monitors: [1, 1]
                grid: [1, 1]
                tiles: [{at: [1, 1], panel: figures}]
            ...
            """;

    @TempDir
    private Path folder;

    private final List<Entry> heard = new ArrayList<>();
    private @Nullable Rulebook book;
    private SmallHall hall;
    private int written;

    @BeforeEach
    void open() throws IOException {
        write("night.yaml", SCENE);
        write("wall.yaml", "version: \"1\"\nstandard: night\n...\n");
        WallBook first = SceneFolder.read(folder.resolve("city"), WallBook.NONE).book();
        hall = new SmallHall(folder, AlarmRules.NONE, first, (h, rules, _, _) -> {
            WallFiles files = new WallFiles(folder.resolve("city"), new Meta(h.database), h.clock);
            book = rules;
            return List.of(new SmallHall.Keeper() {
                @Override
                public void follow(List<Entry> entries) {
                    heard.addAll(entries);
                }

                @Override
                public void tick(CommandDesk desk) {
                    files.tick(desk, rules);
                }
            });
        });
        heard.clear();
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aFileThatWasCorrectedIsInForceWithinAMinuteAndEverybodyHearsOfIt() throws IOException {
        write("night.yaml", SCENE.replace("\"1\"", "\"2\"").replace("panel: figures", "panel: alarms"));
        hall.later(Duration.ofSeconds(59));
        assertThat(version()).contains("1");
        hall.later(Duration.ofSeconds(1));
        hall.later(Duration.ofSeconds(4));
        assertThat(version()).as("it may still be written").contains("1");

        hall.later(Duration.ofSeconds(1));
        assertThat(version()).contains("2");
        assertThat(heard).extracting(e -> e.change().kind()).containsExactly(Kinds.CITY);
        assertThat(hall.rows.find(Kinds.CITY, "wall").map(Row::content).orElseThrow())
                .contains("\"night\":\"2\"");
        assertThat(new Meta(hall.database).get("wall"))
                .as("for a start without the folder")
                .contains(Json.mapper().writeValueAsString(book().wall()));

        hall.later(MINUTE);
        assertThat(heard).as("once").hasSize(1);
    }

    @Test
    void whatIsRefusedIsSaidOnceInTheWordsOfAStartAndTheOldOneStays() throws IOException {
        write("night.yaml", SCENE.replace("\"1\"", "\"2\"").replace("panel: figures", "panel: figgures"));
        try (HeardLog log = new HeardLog()) {
            hall.later(MINUTE);
            hall.later(MINUTE);
            hall.later(MINUTE);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("night.yaml:6: there is no panel 'figgures'")
                    .contains("what stood there before stays");
        }
        assertThat(version()).contains("1");
        assertThat(heard).isEmpty();

        write("night.yaml", SCENE.replace("\"1\"", "\"2\""));
        hall.later(MINUTE);
        hall.later(MINUTE);
        assertThat(version()).contains("2");
    }

    @Test
    void aChangeUnderTheSameVersionAndAFolderThatIsGoneTakeNothingAway() throws IOException {
        write("night.yaml", SCENE.replace("panel: figures", "panel: alarms"));
        try (HeardLog log = new HeardLog()) {
            hall.later(MINUTE);
            hall.later(MINUTE);
            assertThat(log.lines()).singleElement().asString().contains("needs another version than 1");
            Files.move(folder.resolve("city/scenes"), folder.resolve("elsewhere"));
            hall.later(MINUTE);
            hall.later(MINUTE);
            assertThat(log.lines()).hasSize(2).last().asString().contains("stay as they were last read");
        }
        assertThat(version()).contains("1");
        assertThat(heard).isEmpty();
    }

    @Test
    void rulesThatAnEditorTakesAwayForAMomentStayInForce() throws IOException {
        Path rules = folder.resolve("city/scenes/wall.yaml");
        String text = Files.readString(rules);
        Files.delete(rules);
        hall.later(MINUTE);
        write("wall.yaml", text.replace("\"1\"", "\"2\""));
        hall.later(Duration.ofSeconds(5));
        assertThat(book().wall().rules().version()).isEqualTo("1");
        hall.later(Duration.ofSeconds(5));
        assertThat(book().wall().rules().version()).isEqualTo("2");
    }

    @Test
    void aClockThatIsSetBackStopsNobodyFromLooking() throws IOException {
        hall.later(Duration.ofHours(2));
        write("night.yaml", SCENE.replace("\"1\"", "\"2\""));
        hall.later(Duration.ofHours(-1));
        hall.later(MINUTE);
        assertThat(version()).contains("2");
    }

    private Rulebook book() {
        return Objects.requireNonNull(book);
    }

    private Optional<String> version() {
        return book().wall().find(NIGHT).map(WallScene::version);
    }

    /// Each time as written a second later: a disk may not tell two writes of one moment apart.
    private void write(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve("city/scenes")).resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-11-23T01:00:00Z").plusSeconds(written++)));
    }
}
