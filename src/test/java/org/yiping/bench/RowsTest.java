package org.yiping.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;

class RowsTest {
    @TempDir
    Path folder;

    @Test
    void aRowIsWrittenDownTheMomentItIsTold() throws Exception {
        Rows rows = rows();
        List<String> meanwhile = new ArrayList<>();
        rows.part("windows", () -> {
            rows.add(Row.atMost("idle_core_percent", 12.5, "% of a core", 40));
            meanwhile.addAll(written());
        });
        assertThat(meanwhile)
                .containsExactly(
                        "{\"bench\":\"wall\",\"part\":\"windows\",\"name\":\"idle_core_percent\",\"value\":12.5,"
                                + "\"unit\":\"% of a core\",\"goal\":40.0,\"ok\":true}");
        assertThat(rows.measured()).isTrue();
    }

    @Test
    void aPartThatFailsSaysSoAndTakesNoRowAlong() throws Exception {
        Rows rows = rows();
        rows.whole(() -> {
            rows.part("windows", () -> rows.add(Row.told("windows", 18.0, "windows")));
            rows.part("plugs", () -> {
                rows.add(Row.told("looks", 3.0, "looks"));
                throw new IllegalStateException("no six windows");
            });
            rows.part("step", () -> rows.add(Row.told("skew_ms", 42.0, "ms")));
        });

        assertThat(rows.all()).extracting(Row::name).containsExactly("windows", "looks", "skew_ms");
        assertThat(rows.failed()).containsExactly(Map.entry("plugs", "IllegalStateException: no six windows"));
        assertThat(written())
                .hasSize(4)
                .element(2)
                .isEqualTo(
                        "{\"bench\":\"wall\",\"part\":\"plugs\",\"failed\":\"IllegalStateException: no six windows\"}");
        assertThat(rows.measured()).isFalse();
    }

    @Test
    void whatFailsInNoPartIsAFailureOfTheBench() throws Exception {
        Rows rows = rows();
        rows.whole(() -> {
            rows.part("windows", () -> rows.add(Row.told("windows", 18.0, "windows")));
            throw new AssertionError();
        });
        assertThat(rows.failed()).containsExactly(Map.entry("wall", "AssertionError: no words"));
        assertThat(rows.all()).hasSize(1);
    }

    @Test
    void aRowWithoutAValueIsNotMeasured() {
        Rows rows = rows();
        rows.add(Row.atMost("skew_ms", null, "ms", 50));
        assertThat(rows.failed()).isEmpty();
        assertThat(rows.measured()).isFalse();
    }

    @Test
    void onlyTheWantedPartsAreMeasuredAndOneThatIsNotThereIsAFailure() throws Exception {
        Rows rows = rows("step", "stpe");
        rows.whole(() -> {
            rows.part("windows", () -> rows.add(Row.told("windows", 18.0, "windows")));
            rows.part("step", () -> rows.add(Row.told("skew_ms", 42.0, "ms")));
        });
        assertThat(rows.all()).extracting(Row::name).containsExactly("skew_ms");
        assertThat(rows.failed()).containsOnlyKeys("stpe");
    }

    @Test
    void dataThatIsNotThereEndsAll() {
        Rows rows = rows();
        assertThatThrownBy(() -> rows.part("windows", () -> {
                    throw new Main.MissingData("no data folder");
                }))
                .isInstanceOf(Main.MissingData.class);
    }

    @Test
    void programsOfAPartEndWithItAndThoseFromBeforeRunOn() throws Exception {
        try (Hall hall = new Hall(folder)) {
            Rows rows = new Rows("wall", hall, List.of());
            Hall.Program before = waiting(hall);
            List<Hall.Program> within = new ArrayList<>();
            rows.part("plugs", () -> {
                within.add(waiting(hall));
                throw new IllegalStateException("no six windows");
            });
            assertThat(within.getFirst().process().isAlive()).isFalse();
            assertThat(before.process().isAlive()).isTrue();
        }
    }

    private static Hall.Program waiting(Hall hall) throws IOException {
        return hall.startTest("NONE", Waiting.class.getName());
    }

    private Rows rows(String... wanted) {
        return new Rows("wall", new Hall(folder), List.of(wanted));
    }

    private List<String> written() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("rows.jsonl"));
        lines.forEach(Json.mapper()::readTree);
        return lines;
    }

    /// A program that does nothing until it is ended.
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] arguments) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }
}
