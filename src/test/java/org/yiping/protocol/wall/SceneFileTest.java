package org.yiping.protocol.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

class SceneFileTest {
    private static final String GOOD = """
            version: "7"
            title: {zh: 甲, en: A}
            layouts:
              - monitors: [3, 2]
                grid: [3, 2]
                tiles:
                  - {at: [1, 1, 2, 2], panel: map, options: {cases: 2, legend: yes}, priority: 90}
                  - at: [3, 1]
                    every: 30s
                    turns:
                      - {panel: figures}
                      - {panel: cameras, options: {side: 2, cameras: [C001, C002], every: 20s}}
            ...
            """;

    @Test
    void aSceneIsReadAsItStands() {
        WallScene scene = SceneFile.scene("a-day.yaml", GOOD).content();

        assertThat(scene).isNotNull();
        assertThat(scene.id()).isEqualTo(new SceneId("a-day"));
        assertThat(scene.version()).isEqualTo("7");
        WallScene.Tile map = scene.layouts().getFirst().tiles().getFirst();
        assertThat(map.at()).isEqualTo(new WallScene.Span(1, 1, 2, 2));
        assertThat(map.panels().getFirst().number("cases", 0)).isEqualTo(2);
        assertThat(map.panels().getFirst().option("legend", "")).isEqualTo("yes");
        WallScene.Tile turning = scene.layouts().getFirst().tiles().get(1);
        assertThat(turning.dwell().toSeconds()).isEqualTo(30);
        assertThat(turning.panels())
                .extracting(WallScene.Shown::panel)
                .containsExactly(PanelKind.FIGURES, PanelKind.CAMERAS);
        assertThat(turning.panels().get(1).option("cameras", "")).isEqualTo("C001,C002");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "panel: figures|panel: figres|11|there is no panel 'figres'",
                "cases: 2|cases: 9|7|a whole number from 0 to 4",
                "cases: 2|caes: 2|7|'caes' is not known here",
                "at: [3, 1]|at: [2, 1]|8|the tile lies over tile 1",
                "at: [3, 1]|at: [4, 1]|8|beyond the grid of 3 × 2",
                "every: 30s|every: 30|9|a time such as 30s",
                "grid: [3, 2]|grid: [3]|5|columns and rows",
                "version: \"7\"|versoin: \"7\"|1|'versoin' is not known here",
                "title: {zh: 甲, en: A}|title: {zh: 甲}|2|'en' is missing",
                "priority: 90|priority: 900|7|a whole number from 0 to 100"
            })
    void whatIsWrongIsToldWithFileLineAndReason(String right, String wrong, int line, String reason) {
        assertThat(GOOD).contains(right);

        SceneFault fault = SceneFile.scene("a.yaml", GOOD.replace(right, wrong)).fault();

        assertThat(fault).isNotNull();
        assertThat(fault.toString()).startsWith("a.yaml:" + line + ": ").contains(reason);
    }

    @Test
    void aFileThatIsHalfWrittenIsRefusedWhereverItBreaksOff() {
        for (int end = 0; end < GOOD.stripTrailing().length(); end++) {
            assertThat(SceneFile.scene("a.yaml", GOOD.substring(0, end)).fault())
                    .as("broken off at %d", end)
                    .isNotNull();
        }
    }

    /// The YAML reader reads ahead by pieces.
    @Test
    void aRareCharacterIsReadWhereverItStands() {
        for (int before = 0; before < 1100; before++) {
            String text = "#" + " ".repeat(before) + "\n" + GOOD.replace("甲", "甲𠮷");

            WallScene scene = SceneFile.scene("a.yaml", text).content();

            assertThat(scene).isNotNull();
            assertThat(scene.title().zh()).isEqualTo("甲𠮷");
        }
    }

    @Test
    void aFileThatIsNoYamlNamesTheLine() {
        SceneFault fault = SceneFile.scene("a.yaml", "version: \"1\"\ntitle: {zh: [\nlayouts\n...\n")
                .fault();

        assertThat(fault).isNotNull();
        assertThat(fault.line()).isGreaterThan(1);
        assertThat(fault.reason()).contains("no YAML");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverComesIsReadOrRefusedAndNeverBreaksTheReader(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 400; run++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "[{:&*!|-\n\t\"9".charAt(random.nextInt(12)));
                    default -> text.setCharAt(at, (char) (' ' + random.nextInt(90)));
                }
            }
            Reading<WallScene> read = SceneFile.scene("a.yaml", text.toString());
            assertThat(read.content() == null).isNotEqualTo(read.fault() == null);
        }
    }

    @Test
    void everyShippedSceneIsReadAndNamedInBothLanguages() {
        WallBook book = ShippedScenes.book();

        assertThat(book.scenes()).hasSize(ShippedScenes.NAMES.size());
        assertThat(book.scenes()).allSatisfy(s -> {
            assertThat(s.title().zh()).isNotBlank();
            assertThat(s.title().en()).isNotBlank();
        });
        assertThat(book.find(WallRules.SHIPPED.standard())).isPresent();
    }

    @Test
    void theSchemaForEditorsNamesThePanelsAndOptionsThereAre() throws IOException {
        JsonNode schema = schema("scene.schema.json").path("$defs");

        assertThat(schema.path("panel").path("enum").values().stream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(PanelKind.values()).map(PanelKind::word).toList());
        assertThat(schema.path("options").path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PanelKind.values())
                        .flatMap(k -> k.options().stream())
                        .distinct()
                        .toList());
        assertThat(schema("wall.schema.json").path("properties").propertyNames())
                .contains("standard", "open-day", "alarm", "schedule", "night", "shift", "room");
    }

    @Test
    void whatAlarmsShowIsBoundInTheSchemaAsTheTilesOfAScene() throws IOException {
        JsonNode scene = schema("scene.schema.json").path("$defs");
        JsonNode wall = schema("wall.schema.json");
        JsonNode alarm = wall.at("/properties/desk/properties/alarms/items/properties");

        assertThat(alarm.at("/panel/$ref").asString("")).isEqualTo("#/$defs/panel");
        assertThat(alarm.at("/options/$ref").asString("")).isEqualTo("#/$defs/options");
        assertThat(wall.at("/$defs/panel")).isEqualTo(scene.path("panel"));
        assertThat(wall.at("/$defs/options/additionalProperties").asBoolean(true))
                .isFalse();
        assertThat(wall.at("/$defs/options/properties").propertyNames())
                .isEqualTo(scene.at("/options/properties").propertyNames());
    }

    private static JsonNode schema(String name) throws IOException {
        try (InputStream in = SceneFileTest.class.getResourceAsStream("/org/yiping/scenes/" + name)) {
            return Json.mapper().readTree(in);
        }
    }

    @Test
    void rulesAreReadAndNameOnlyScenesThereAre() {
        Set<SceneId> known =
                ShippedScenes.book().scenes().stream().map(WallScene::id).collect(Collectors.toSet());
        String text = """
                version: "1"
                standard: overview
                open-day: open-day
                schedule:
                  - {scenes: [overview, cameras], every: 2m, days: working, from: "07:30", until: "19:00"}
                  - {scenes: [kpi], weekdays: [mon], from: "07:00", until: "07:30"}
                night: {from: "22:00", until: "06:00"}
                shift: {pixels: 2, every: 10m}
                room: {last-seat-m: 8, monitor-width-mm: 1210, bezel-mm: 3.5}
                ...
                """;

        WallRules rules = RulesFile.rules(text, known).content();

        assertThat(rules).isNotNull();
        assertThat(rules.schedule()).hasSize(2);
        assertThat(rules.room().bezel(1210)).isEqualTo(3.5);
        SceneFault fault =
                RulesFile.rules(text.replace("[kpi]", "[kpis]"), known).fault();
        assertThat(fault).isNotNull();
        assertThat(fault.toString()).startsWith("wall.yaml:6: there is no scene 'kpis'");
        assertThat(RulesFile.rules(text.replace("07:30\", until", "7.30\", until"), known)
                        .fault())
                .isNotNull()
                .satisfies(f -> assertThat(f.line()).isEqualTo(5));
    }
}
