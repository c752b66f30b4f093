package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.needs.DataFolder;
import org.yiping.needs.NeedsData;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Database;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.SensorPast;
import org.yiping.server.data.TrackTable;
import tools.jackson.databind.JsonNode;

/// Tracks and measured series come in once, however often they are brought and wherever that was cut off.
class ImportSeriesTest {
    private static final int ROWS = 60_000;

    @TempDir
    Path folder;

    private JsonNode run(List<String> words) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream said = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream bar = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(new Importing(words, Clock.systemUTC(), said, bar).run()).isZero();
        return Json.mapper()
                .readTree(out.toString(StandardCharsets.UTF_8).lines().toList().getLast());
    }

    private List<String> words(String what, Object... files) {
        List<String> words =
                new ArrayList<>(List.of(what, "--data", folder.resolve("data").toString()));
        for (Object file : files) {
            words.add(file.toString());
        }
        return words;
    }

    private Path tracks(int rows) throws Exception {
        StringBuilder text = new StringBuilder("vehicle,time_utc,lon,lat\n");
        Instant at = Instant.parse("2026-03-01T00:00:00Z");
        for (int i = 0; i < rows; i++) {
            text.append("V")
                    .append(i % 30)
                    .append(',')
                    .append(at.plusSeconds(i / 30 * 10L))
                    .append(",104.")
                    .append(100 + i % 800)
                    .append(",30.1\n");
        }
        return Files.writeString(folder.resolve("tracks.csv"), text);
    }

    @Test
    void aTrackImportThatWasKilledIsDoneAgainAndEveryFixIsThereOnce() throws Exception {
        Path csv = tracks(ROWS);
        run(words("tracks", tracks(30))); // makes the city
        csv = tracks(ROWS);
        killHalfWay(words("tracks", csv));
        try (Database database = Database.open(folder.resolve("data"), null)) {
            assertThat(new TrackTable(database).count()).isBetween(4_999L, (long) ROWS - 1);
        }
        assertThat(run(words("tracks", csv)).path("taken").asInt()).isEqualTo(ROWS);
        assertThat(run(words("tracks", csv)).path("taken").asInt()).isEqualTo(ROWS);
        try (Database database = Database.open(folder.resolve("data"), null)) {
            assertThat(new TrackTable(database).count()).isEqualTo(ROWS);
            assertThat(new TrackTable(database).units()).hasSize(30).containsEntry("V7", "vehicle");
        }
    }

    private void killHalfWay(List<String> words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.yiping.server.Main",
                "import"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(new File("/dev/null"));
        builder.environment().put("TERM", "dumb");
        Process process = builder.start();
        StringBuilder bar = new StringBuilder();
        try (InputStream err = process.getErrorStream()) {
            // the third batch has been read: two are on disk
            for (int c = err.read(); c >= 0 && !bar.toString().contains("] 15000 "); c = err.read()) {
                bar.append((char) c);
            }
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(bar.toString()).isNotZero();
    }

    @Test
    void stationsAreRowsOfTheJournalOnceAndTheirPastIsThereOnce() throws Exception {
        Path stations =
                Files.writeString(folder.resolve("st.csv"), "station,name_zh,lon,lat\nDongsi,东四,116.417,39.929\n");
        Path series = Files.writeString(folder.resolve("air.csv"), """
                station,time_local,pm25,pm10,so2,no2,co,o3
                Dongsi,2016-01-01T00:00,209,268,47,123,5300,13
                Dongsi,2016-01-01T01:00,,248,66,119,5400,16
                """);
        assertThat(run(words("air", stations, series)).path("taken").asInt()).isEqualTo(3);
        run(words("air", stations, series));
        try (Database database = Database.open(folder.resolve("data"), null)) {
            new Ledger(database);
            assertThat(new SensorPast(database).count()).isEqualTo(11);
            long sensors = new JournalReader(database)
                    .after(0, 10_000).stream()
                            .filter(e -> e.change().kind().equals(Kinds.SENSOR))
                            .count();
            assertThat(sensors).isEqualTo(6);
            assertThat(new SensorPast(database).newest()).hasSize(6);
        }
    }

    @Test
    @NeedsData("tracks")
    void theDataFoldersTracksAndAirComeInWhole() throws Exception {
        Path data = DataFolder.of("");
        JsonNode trucks = run(
                with("jerseycity-trucks", "tracks", data.resolve("tracks/jerseycity-sanitation-trucks-2015-12.csv")));
        assertThat(trucks.path("taken").asInt()).isEqualTo(5240);
        JsonNode taxis = run(with("porto-taxis", "tracks", data.resolve("tracks/porto-taxi-2013-07.csv.gz")));
        assertThat(taxis.path("taken").asInt()).isEqualTo(47_295);
        JsonNode air = run(with(
                "beijing-air-2016",
                "air",
                data.resolve("sensors/beijing-air-stations.csv"),
                data.resolve("sensors/beijing-air-2016.csv.gz")));
        assertThat(air.path("read").asInt()).isEqualTo(105_408 + 12);
        assertThat(air.path("refused").asInt()).isZero();
        try (Database database = Database.open(folder.resolve("data"), null)) {
            // 105,408 rows of six values less those that are empty
            assertThat(new SensorPast(database).count()).isBetween(600_000L, 632_448L);
            assertThat(new TrackTable(database).units()).hasSize(45 + 308);
        }
    }

    private List<String> with(String mapping, String what, Object... files) {
        List<String> words = words(what, files);
        words.addAll(1, List.of("--mapping", mapping));
        return words;
    }
}
