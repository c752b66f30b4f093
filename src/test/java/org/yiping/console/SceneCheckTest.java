package org.yiping.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./yiping scene check` says of a city's folder, and how it ends.
class SceneCheckTest {
    private static final String NIGHT = """
            version: "1"
            title: {zh: 夜班, en: Night shift}
            layouts:
              - monitors: [1, 1]
                grid: [1, 1]
                tiles: [{at: [1, 1], panel: figures}]
            ...
            """;

    @TempDir
    private Path city;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectory(city.resolve("scenes"));
    }

    @Test
    void whatCanBeReadEndsWithNought() throws IOException {
        write("night.yaml", NIGHT);
        write("wall.yaml", """
                version: "1"
                standard: night
                room: {last-seat-m: 4, monitor-width-mm: 1210}
                ...
                """);
        assertThat(check(0)).endsWith("1 scenes can be read\n");
        assertThat(check(0, "--language", "zh")).endsWith("1 个场景都能读懂\n");
    }

    @Test
    void aRefusedFileIsNamedWithItsLineAndEndsWithOne() throws IOException {
        write("night.yaml", NIGHT.replace("panel: figures", "panel: figgures"));
        write("wall.yaml", "version: \"1\"\nstandard: nowhere\n...\n");
        assertThat(check(1))
                .contains("night.yaml:6: there is no panel 'figgures'")
                .contains("wall.yaml:2: there is no scene 'nowhere'")
                .endsWith("0 scenes, of which some are refused or cannot be read\n");
        assertThat(check(1, "--language", "zh")).contains("night.yaml:6:").endsWith("0 个场景，有的读不懂或看不清\n");
    }

    @Test
    void whatNobodyCanReadFromTheLastSeatIsNamedInEitherLanguageAndEndsWithOne() throws IOException {
        write("night.yaml", NIGHT);
        write("wall.yaml", """
                version: "1"
                standard: night
                night: {from: "22:00", until: "06:00", text: 30}
                room: {last-seat-m: 60, monitor-width-mm: 600}
                ...
                """);
        assertThat(check(1, "--language", "en"))
                .contains("night.yaml · 1 × 1")
                .contains("must change: tile 1 · Figures of the day")
                .contains("wall.yaml · must change: ");
        assertThat(check(1, "--language", "zh")).contains("须改：格 1 · 今日指标").contains("wall.yaml · 须改：");
    }

    @Test
    void whoAsksWronglyIsToldHow() {
        assertThat(check(2, "--language")).isEqualTo(SceneCheck.USAGE + "\n");
        assertThat(run(2, List.of("check"))).isEqualTo(SceneCheck.USAGE + "\n");
        assertThat(run(2, List.of("check", city.resolve("nowhere").toString()))).contains("nowhere");
    }

    private String check(int status, String... more) {
        List<String> arguments = new ArrayList<>(List.of("check", city.toString()));
        arguments.addAll(List.of(more));
        return run(status, arguments);
    }

    private static String run(int status, List<String> arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int ended = SceneCheck.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(text).isEqualTo(status);
        return text;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(city.resolve("scenes").resolve(name), text);
    }
}
