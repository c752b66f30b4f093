package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.protocol.Json;
import org.yiping.server.data.Database;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Ledger;

class ImportAgainTest {
    private static final int ROWS = 30_000;
    private static final int KILLED_AFTER = 14_000;

    @TempDir
    Path folder;

    private Path mapping;
    private Path csv;

    private void write(int rows) throws IOException {
        mapping = Files.writeString(folder.resolve("m.yaml"), """
                name: t
                encoding: UTF-8
                zone: America/New_York
                dateFormats: ["yyyy-MM-dd HH:mm:ss"]
                columns: {number: id, reportedAt: opened, closedAt: closed, state: status, remark: note, class: kind, department: dept}
                states: {Closed: closed, Open: handling}
                """);
        StringBuilder text = new StringBuilder("id,opened,closed,status,note,kind,dept\n");
        for (int i = 0; i < rows; i++) {
            text.append(i)
                    .append(",2015-03-01 00:54:30,2015-03-02 06:03:22,Closed,note ")
                    .append(i)
                    .append(",Kind ")
                    .append(i % 7)
                    .append(",Dept ")
                    .append(i / 3000)
                    .append('\n');
        }
        csv = Files.writeString(folder.resolve("a.csv"), text);
    }

    private List<String> words() {
        return List.of(
                "cases", "--data", folder.resolve("data").toString(), "--mapping", mapping.toString(), csv.toString());
    }

    private String run() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream words = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream bar = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(new Importing(words(), Clock.systemUTC(), words, bar).run()).isZero();
        return out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    }

    @Test
    void anImportThatWasKilledIsDoneAgainAndEveryCaseIsThereOnce() throws Exception {
        write(ROWS);
        killHalfWay();
        long before = revision();
        assertThat(before).isBetween(1L, 2L * ROWS - 1);
        assertThat(Json.mapper().readTree(run()).path("taken").asInt()).isEqualTo(ROWS);
        try (Database database = Database.open(folder.resolve("data"), null)) {
            assertThat(new Ledger(database).firstBroken()).isZero();
            Set<String> seen = new HashSet<>();
            JournalReader journal = new JournalReader(database);
            long last = 0;
            for (var page = journal.after(0, 2000); !page.isEmpty(); page = journal.after(last, 2000)) {
                for (var entry : page) {
                    last = entry.revision();
                    assertThat(seen.add(entry.change().kind() + entry.change().id()))
                            .as("twice: " + entry)
                            .isTrue();
                }
            }
            assertThat(seen.stream().filter(s -> s.startsWith("case")).count()).isEqualTo(ROWS);
            assertThat(seen.stream().filter(s -> s.startsWith("record")).count())
                    .isEqualTo(ROWS);
        }
    }

    /// The bar on standard error tells how far it is.
    private void killHalfWay() throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.yiping.server.Main",
                "import"));
        command.addAll(words());
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(new File("/dev/null"));
        builder.environment().put("TERM", "dumb");
        Process process = builder.start();
        StringBuilder bar = new StringBuilder();
        try (InputStream err = process.getErrorStream()) {
            for (int c = err.read(); c >= 0 && read(bar) < KILLED_AFTER; c = err.read()) {
                bar.append((char) c);
            }
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(bar.toString()).isNotZero();
    }

    private static int read(StringBuilder bar) {
        int from = bar.lastIndexOf("] ");
        return from < 0 || bar.charAt(bar.length() - 1) != ' ' || bar.length() - from < 4
                ? 0
                : Integer.parseInt(bar.substring(from + 2).strip());
    }

    private long revision() {
        try (Database database = Database.open(folder.resolve("data"), null)) {
            return new Ledger(database).revision();
        }
    }

    @Test
    void whatChangedInTheFileIsReplacedAndTheRestLeftAlone() throws Exception {
        write(50);
        run();
        long first = revision();
        Files.writeString(csv, Files.readString(csv).replace("note 7,", "another note,"));
        run();
        assertThat(revision()).as("the case is the same, its remark is not").isEqualTo(first + 1);
        Files.writeString(csv, Files.readString(csv).replace("8,2015-03-01 00:54:30", "8,2015-03-01 00:54:31"));
        run();
        assertThat(revision()).as("1 of 50 ends in 8 five times").isEqualTo(first + 6);
    }
}
