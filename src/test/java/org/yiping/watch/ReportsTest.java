package org.yiping.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.fake.ManualClock;

class ReportsTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-11T04:00:00Z"));

    @TempDir
    private Path folder;

    private static Fall fall(String... words) {
        return new Fall(
                Fall.Cause.HANG,
                "4711",
                137,
                Duration.ofHours(3),
                Duration.ofMillis(5500),
                List.of(words),
                List.of("Full thread dump", "\"JavaFX Application Thread\" parked"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("reports"))) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aReportHasWhatHappenedThreadsWordsAndPictures() throws IOException {
        Files.createDirectories(folder.resolve("frames"));
        Files.write(folder.resolve("frames/wall-1.png"), new byte[] {1, 2});
        Files.setLastModifiedTime(
                folder.resolve("frames/wall-1.png"),
                FileTime.from(clock.instant().minusSeconds(74)));
        Files.writeString(folder.resolve("java.log"), "# A fatal error");
        Path report = new Reports(folder, 20, clock).keep(fall("12:00:00.000 WARN  Link gone"));
        assertThat(report.getFileName()).hasToString("2026-03-11T040000.000Z-hang");
        assertThat(report.resolve("report.txt"))
                .content()
                .contains("hang", "2026-03-11T04:00:00Z", "status    137", "lived     10800 s", "unpainted 5500 ms")
                .contains("picture   wall-1.png, 74 s old");
        assertThat(report.resolve("threads.txt")).content().contains("JavaFX Application Thread");
        assertThat(report.resolve("log.txt")).content().contains("Link gone");
        assertThat(report.resolve("wall-1.png")).hasBinaryContent(new byte[] {1, 2});
        assertThat(report.resolve("java.log")).exists();
        assertThat(folder.resolve("frames/wall-1.png")).doesNotExist();
    }

    @Test
    void onlyWhoseItIsReadsIt() throws IOException {
        new Reports(folder, 20, clock).keep(fall());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void theOldestGoBeyondTheNumber() throws IOException {
        Reports reports = new Reports(folder, 3, clock);
        for (int i = 0; i < 5; i++) {
            reports.keep(fall());
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(names())
                .containsExactly(
                        "2026-03-11T040200.000Z-hang", "2026-03-11T040300.000Z-hang", "2026-03-11T040400.000Z-hang");
    }

    @Test
    void theOldestGoBeyondTheSizeAndTheNewestStays() throws IOException {
        Reports reports = new Reports(folder, 20, clock);
        for (int i = 0; i < 3; i++) {
            Files.createDirectories(folder.resolve("frames"));
            Files.write(folder.resolve("frames/wall-1.png"), new byte[40 << 20]);
            reports.keep(fall());
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(names()).containsExactly("2026-03-11T040200.000Z-hang");
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(folder.resolve("reports"), "no folder");
        assertThatThrownBy(() -> new Reports(folder, 20, clock).keep(fall())).isInstanceOf(IOException.class);
    }

    @Test
    void whereNothingCanBeWrittenTheOldestGoAllTheSame() throws IOException {
        Reports reports = new Reports(folder, 5, clock);
        for (int i = 0; i < 5; i++) {
            reports.keep(fall());
            clock.advance(Duration.ofMinutes(1));
        }
        // fewer are wanted now, and the next one has no place to be written to
        Files.createSymbolicLink(folder.resolve("reports/2026-03-11T040500.000Z-hang"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> new Reports(folder, 2, clock).keep(fall())).isInstanceOf(IOException.class);
        assertThat(names()).hasSize(2);
    }

    @Test
    void twoInOneMomentAreTwo() throws IOException {
        Reports reports = new Reports(folder, 20, clock);
        reports.keep(fall());
        reports.keep(fall());
        assertThat(names()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12:00:00.123 INFO  o.y.Link connected in 4711 ms | 12:00:00.123 INFO  o.y.Link connected in 4711 ms",
                "called 13812345678 back | called … back",
                "called 0898-1234-5678 | called …",
                "id 11010519491231002X | id …",
                "GET http://u:pw@cam.example/live?token=abc&x=1 failed | GET http://…@cam.example/live?… failed",
                "Authorization: Bearer eyJhbGciOi.abc | Authorization: Bearer …",
                "password=geheim refused | password=… refused",
                "from li.wei@example.org | from …@…",
                "case 王小明 at 海棠路12号 gone | case … at … gone",
                "no place \"12 Elm Street\" known | no place “…” known"
            })
    void whatMaySayWhoSomebodyIsGoes(String line, String clean) {
        assertThat(Scrub.clean(line)).isEqualTo(clean);
    }
}
