package org.yiping.server.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Workflow;
import org.yiping.protocol.Json;
import org.yiping.text.Term;

/// Words in small segments, on both storages, beside looking through every text.
class CaseWordsTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<String> PARTS =
            List.of("井盖", "破损", "垃圾", "成堆", "路灯", "不亮", "学府路", "滨江", "占道", "经营", "噪声", "河堤", "No.7", "长安");

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pg"))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static Change subject(String id, String words) {
        String json = """
                {"id":"%s","head":{"number":"%s","workflowVersion":"w","photos":[]},
                 "subject":{"kind":"event","classCode":"E-0110","severity":"ORDINARY","description":"%s"},
                 "place":{"address":"甲"},
                 "report":{"source":"hotline","reportedAt":"2026-11-22T09:00:00Z","simulated":true},
                 "progress":{"state":"to-accept","clocks":[],"milestones":{},"flags":[]}}
                """.formatted(id, id, words);
        Case c = Json.mapper().readValue(json, Case.class);
        return new Change(
                "case",
                id,
                Json.mapper().writeValueAsString(c),
                Scope.OPEN,
                new CaseFacts(c, Workflow.Ending.OPEN),
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void whatIsFoundIsWhatLookingThroughEveryTextFinds(String kind) {
        try (Database database = kind.equals("h2")
                ? Database.open(folder.resolve("h2"), null)
                : Database.open(folder, postgres.getJdbcUrl("postgres", "postgres"))) {
            Ledger ledger = new Ledger(database);
            CaseWords words = new CaseWords(database, 20);
            CaseFinder finder = new CaseFinder(database, words);
            Random random = new Random(5);
            Map<String, String> texts = new LinkedHashMap<>();
            for (int round = 0; round < 6; round++) {
                for (int i = 0; i < 30; i++) {
                    // some are worded anew, which leaves their old words in an old segment
                    String id = "c" + (i % 5 == 0 ? random.nextInt(1 + texts.size()) : texts.size());
                    String text = text(random);
                    texts.put(id, text);
                    ledger.write(batch -> batch.put(Origin.PLATFORM, AT, subject(id, text)));
                }
                for (String asked :
                        List.of("井盖", "盖破", "jinggai", "lajichengdui", "changan", "zhangan", "no.7", "滨江 噪声")) {
                    assertThat(found(finder, asked)).as(asked).isEqualTo(expected(texts, asked));
                }
                assertThat(found(finder, "海豚")).isEmpty();
            }
            CaseFinder restarted = new CaseFinder(database, new CaseWords(database, 20));
            assertThat(found(restarted, "井盖")).isEqualTo(expected(texts, "井盖"));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    private static List<String> found(CaseFinder finder, String asked) {
        return finder
                .find(new CaseFinder.Question(CaseFilter.ALL, Sought.ANY, Reach.CITY, null, Term.of(asked), 0, 10_000))
                .stream()
                .map(Row::id)
                .sorted()
                .toList();
    }

    /// The letters a text sounds like are written out here by hand: the product's table is what is tested.
    private static List<String> expected(Map<String, String> texts, String asked) {
        Map<String, String> means =
                new TreeMap<>(Map.of("jinggai", "井盖", "lajichengdui", "垃圾成堆", "changan", "长安", "zhangan", "长安"));
        List<String> ids = new ArrayList<>();
        texts.forEach((id, text) -> {
            boolean all = true;
            for (String word : asked.split(" ")) {
                all &= text.toLowerCase(java.util.Locale.ROOT).contains(means.getOrDefault(word, word));
            }
            if (all) {
                ids.add(id);
            }
        });
        return ids.stream().sorted().toList();
    }

    @Test
    void numbersComeBackAsTheyWentIn() {
        long[] numbers =
                new Random(1).longs(500, 0, 1L << 40).sorted().distinct().toArray();
        assertThat(Numbers.unpack(Numbers.pack(numbers))).isEqualTo(numbers);
        assertThat(Numbers.unpack(Numbers.pack(new long[] {0, 1, 127, 128}))).containsExactly(0, 1, 127, 128);
    }
}
