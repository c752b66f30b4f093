package org.yiping.console.map.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiping.console.map.style.StyleFault.Reason;
import org.yiping.console.map.style.StyleLayer.Asked;

class StyleReaderTest {
    private static final List<String> TOKENS = List.of("map-land", "map-casing");

    /// A style whose one layer is `layer`, on line 3 of the file.
    private static String style(String layer) {
        return "{\n  \"version\": 8, \"layers\": [\n" + layer + "\n]}";
    }

    private static String roads(String rest) {
        return style("{\"id\": \"a\", \"type\": \"line\", \"source-layer\": \"roads\",\n" + rest + "}");
    }

    private static String width(String value) {
        return roads("\"paint\": {\"line-width\": " + value + "}");
    }

    private static Arguments refused(String json, Reason reason, int line, int column, String... words) {
        return Arguments.of(json, reason, line, column, List.of(words));
    }

    static List<Arguments> faults() {
        return List.of(
                refused("", Reason.WRONG_KIND, 1, 1, "{ … }"),
                refused("[]", Reason.WRONG_KIND, 1, 1, "{…}"),
                refused("{\"version\": 8,\n \"layers\" []}", Reason.NOT_JSON, 2, 11),
                refused("{\"version\": 8, \"layers\": []} 1", Reason.WRONG_KIND, 1, 30, "EOF"),
                refused("{\"version\": 8}", Reason.MISSING, 1, 1, "layers"),
                refused("{\"version\": 7, \"layers\": []}", Reason.WRONG_KIND, 1, 13, "8"),
                refused("{\"version\": 8, \"version\": 8, \"layers\": []}", Reason.TWICE, 1, 16, "version"),
                refused("{\"version\": 8,\n  \"layer\": []}", Reason.UNKNOWN_KEY, 2, 3, "layer"),
                refused(style("{\"id\": \"a\", \"type\": \"heatmap\"}"), Reason.UNKNOWN_TYPE, 3, 21, "heatmap"),
                refused(style("{\"type\": \"line\"}"), Reason.MISSING, 3, 1, "id"),
                refused(style("{\"id\": \"a\", \"type\": \"line\"}"), Reason.MISSING, 3, 1, "source-layer"),
                refused(
                        style("{\"id\": \"a\", \"type\": \"background\"},\n{\"id\": \"a\", \"type\": \"background\"}"),
                        Reason.TWICE,
                        4,
                        8,
                        "a"),
                refused(
                        style("{\"id\": \"a\", \"type\": \"fill\", \"source-layer\": \"trees\"}"),
                        Reason.UNKNOWN_LAYER,
                        3,
                        45,
                        "trees"),
                refused(
                        style("{\"id\": \"a\", \"type\": \"fill\", \"source-layer\": \"roads\"}"),
                        Reason.NOT_DRAWN_SO,
                        3,
                        45,
                        "fill",
                        "roads"),
                refused(roads("\"min-zoom\": 3"), Reason.UNKNOWN_KEY, 4, 1, "min-zoom"),
                refused(roads("\"minzoom\": \"3\""), Reason.WRONG_KIND, 4, 12, "0 … 30"),
                refused(roads("\"paint\": {\"line-blur\": 1}"), Reason.UNKNOWN_PROPERTY, 4, 11, "line-blur", "line"),
                refused(roads("\"paint\": {\"line-cap\": \"round\"}"), Reason.UNKNOWN_PROPERTY, 4, 11, "line-cap"),
                refused(roads("\"layout\": {\"line-cap\": \"square\"}"), Reason.WRONG_KIND, 4, 24),
                refused(roads("\"layout\": {\"visibility\": false}"), Reason.WRONG_KIND, 4, 26),
                refused(roads("\"paint\": {\"line-color\": \"#12345\"}"), Reason.BAD_COLOUR, 4, 25, "#12345"),
                refused(roads("\"paint\": {\"line-color\": \"teal\"}"), Reason.BAD_COLOUR, 4, 25, "teal"),
                refused(
                        roads("\"paint\": {\"line-color\": [\"global-state\", \"map-sea\"]}"),
                        Reason.UNKNOWN_TOKEN,
                        4,
                        42,
                        "map-sea"),
                refused(roads("\"paint\": {\"line-dasharray\": [1, 2, 3]}"), Reason.WRONG_KIND, 4, 29, "[4, 2]"),
                refused(width("-1"), Reason.OUT_OF_RANGE, 4, 25, "-1", "0", "400"),
                refused(width("\"2\""), Reason.WRONG_KIND, 4, 25, "0 … 400"),
                refused(width("[\"sqrt\", 2]"), Reason.UNKNOWN_EXPRESSION, 4, 26, "sqrt"),
                refused(width("[\"zoom\"]"), Reason.ZOOM_INSIDE, 4, 25, "zoom"),
                refused(
                        width("[\"interpolate\", [\"linear\"], [\"zoom\"], 9, 1, 8, 2]"),
                        Reason.STOPS_NOT_RISING,
                        4,
                        69,
                        "8"),
                refused(
                        width("[\"interpolate\", [\"cubic\"], [\"zoom\"], 9, 1, 8, 2]"),
                        Reason.WRONG_ARGUMENTS,
                        4,
                        41,
                        "cubic"),
                refused(width("[\"step\", [\"get\", \"category\"], 1, 9, 2]"), Reason.WRONG_ARGUMENTS, 4, 34, "step"),
                refused(
                        width("[\"match\", [\"get\", \"lanes\"], \"4\", 2, 1]"),
                        Reason.UNKNOWN_COLUMN,
                        4,
                        43,
                        "lanes",
                        "roads",
                        "category, name"),
                refused(
                        width("[\"match\", [\"get\", \"category\"], \"huge\", 2, 1]"),
                        Reason.UNKNOWN_VALUE,
                        4,
                        56,
                        "huge",
                        "category",
                        "major, mid, minor"),
                refused(
                        width("[\"match\", [\"get\", \"category\"], \"mid\", [\"step\", [\"zoom\"], 1, 9, 2], 1]"),
                        Reason.ZOOM_INSIDE,
                        4,
                        72,
                        "step"),
                refused(roads("\"filter\": [\"==\", \"category\", \"mid\"]"), Reason.WRONG_KIND, 4, 18),
                refused(roads("\"filter\": [\"has\", \"category\"]"), Reason.UNKNOWN_EXPRESSION, 4, 12, "has"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesThePlaceAndTheReason(String json, Reason reason, int line, int column, List<String> words) {
        StyleFault fault = fault(json);
        assertThat(fault).isEqualTo(new StyleFault("city.json", line, column, reason, fault.words()));
        assertThat(fault.words().subList(0, words.size())).isEqualTo(words);
    }

    @Test
    void countsColumnsInCharactersWhateverStandsBefore() {
        String json = "{\"version\": 8, \"name\": \"市区地图 𠮷\", \"layer\": []}";
        assertThat(fault(json).column()).isEqualTo(json.indexOf("\"layer\"") + 1);
    }

    @Test
    void takesAByteOrderMarkAndSaysWhatCannotBeRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("map-style.json");
        assertThat(StyleReader.file(file, TOKENS))
                .isInstanceOfSatisfying(
                        StyleReader.Reading.Faulty.class,
                        f -> assertThat(f.fault().reason()).isEqualTo(Reason.UNREADABLE));
        Files.writeString(file, "\uFEFF" + width("2"));
        assertThat(StyleReader.file(file, TOKENS)).isInstanceOf(StyleReader.Reading.Read.class);
        Files.writeString(file, " ".repeat(StyleReader.MOST_BYTES + 1));
        assertThat(StyleReader.file(file, TOKENS))
                .isInstanceOfSatisfying(
                        StyleReader.Reading.Faulty.class,
                        f -> assertThat(f.fault().reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void nestingWithoutEndIsAFaultAndNoOverflow() {
        assertThat(fault("[".repeat(200_000)).reason()).isEqualTo(Reason.NOT_JSON);
    }

    @Test
    void interpolatesAndStepsOnZoomAsTheStandardDoes() {
        StyleLayer line = only(width("[\"interpolate\", [\"exponential\", 2], [\"zoom\"], 10, 1, 14, 16]"));
        assertThat(List.of(9.0, 10.0, 12.0, 13.0, 14.0, 20.0).stream()
                        .map(z -> line.number(Property.LINE_WIDTH, Asked.at(z))))
                .containsExactly(1.0, 1.0, 4.0, 8.0, 16.0, 16.0);
        StyleLayer linear = only(width("[\"interpolate\", [\"linear\"], [\"zoom\"], 10, 0, 14, 8]"));
        assertThat(linear.number(Property.LINE_WIDTH, Asked.at(11))).isEqualTo(2);
        StyleLayer stepped = only(width("[\"step\", [\"zoom\"], 1, 10, 2, 12, 3]"));
        assertThat(List.of(9.9, 10.0, 11.0, 12.0).stream().map(z -> stepped.number(Property.LINE_WIDTH, Asked.at(z))))
                .containsExactly(1.0, 2.0, 2.0, 3.0);
    }

    @Test
    void mixesColoursAndReadsThemInEveryWayTheStandardWritesThem() {
        StyleLayer mixed = only(roads("\"paint\": {\"line-color\": "
                + "[\"interpolate\", [\"linear\"], [\"zoom\"], 10, \"#000\", 12, [\"global-state\", \"map-land\"]]}"));
        assertThat(mixed.colour(Property.LINE_COLOR, Asked.at(11), _ -> 0xFF204060))
                .isEqualTo(0xFF102030);
        Map.of(
                        "#abc", 0xFFAABBCC,
                        "#A1B2C3", 0xFFA1B2C3,
                        "#a1b2c380", 0x80A1B2C3,
                        "rgb(1, 2, 3)", 0xFF010203,
                        "rgba(255,255,255,0.5)", 0x80FFFFFF,
                        "hsl(120, 100%, 25%)", 0xFF008000,
                        "hsla(0,0%,100%,0)", 0x00FFFFFF)
                .forEach((text, argb) ->
                        assertThat(ColourText.parse(text)).as(text).contains(argb));
        for (String none : List.of("", "#12", "rgb(256,0,0)", "rgb(1%,2%,3%)", "hsl(10,20,30)", "rgba(1,2,3,1.5)")) {
            assertThat(ColourText.parse(none)).as(none).isEmpty();
        }
    }

    @Test
    void matchesAndFiltersByAColumnsValues() {
        StyleLayer line = only(roads("\"filter\": [\"any\", [\"==\", [\"get\", \"category\"], \"major\"], [\"all\", "
                + "[\"!=\", [\"get\", \"category\"], \"minor\"], "
                + "[\"in\", [\"get\", \"category\"], [\"literal\", [\"mid\", \"minor\"]]]]],"
                + "\"paint\": {\"line-width\": [\"match\", [\"get\", \"category\"], [\"major\", \"mid\"], 3, 1],"
                + "\"line-opacity\": [\"case\", [\"!\", [\"==\", [\"get\", \"category\"], \"mid\"]], 1, 0.5]}"));
        Asked mid = new Asked(12, Map.of("category", "mid"));
        Asked minor = new Asked(12, Map.of("category", "minor"));
        assertThat(line.shows(mid)).isTrue();
        assertThat(line.shows(minor)).isFalse();
        assertThat(line.number(Property.LINE_WIDTH, mid)).isEqualTo(3);
        assertThat(line.number(Property.LINE_WIDTH, minor)).isEqualTo(1);
        assertThat(line.number(Property.LINE_OPACITY, mid)).isEqualTo(0.5);
    }

    @Test
    void leavesOutWhatIsNotVisibleAndKeepsTheStandardsDefaultsAndRanges() {
        assertThat(read(roads("\"layout\": {\"visibility\": \"none\"}")).layers())
                .isEmpty();
        StyleLayer line = only(roads("\"minzoom\": 10, \"maxzoom\": 14"));
        assertThat(List.of(9.5, 10.0, 13.5, 14.0).stream().map(z -> line.shows(Asked.at(z))))
                .containsExactly(false, true, true, false);
        assertThat(line.number(Property.LINE_WIDTH, Asked.at(12))).isEqualTo(1);
    }

    @Test
    void aStyleMayNameColoursOfItsOwn() {
        String own = "{\"version\": 8, \"state\": {\"ours\": {\"default\": \"#102030\"}}, \"layers\": ["
                + "{\"id\": \"a\", \"type\": \"background\", \"paint\": {\"background-color\": [\"global-state\", \"ours\"]}}]}";
        assertThat(only(own).colour(Property.BACKGROUND_COLOR, Asked.at(12), _ -> 0))
                .isEqualTo(0xFF102030);
    }

    private static StyleLayer only(String json) {
        return read(json).layers().getFirst();
    }

    private static StyleSheet read(String json) {
        StyleReader.Reading reading = StyleReader.text("city.json", json, TOKENS);
        assertThat(reading).isInstanceOf(StyleReader.Reading.Read.class);
        return ((StyleReader.Reading.Read) reading).sheet();
    }

    private static StyleFault fault(String json) {
        StyleReader.Reading reading = StyleReader.text("city.json", json, TOKENS);
        assertThat(reading).isInstanceOf(StyleReader.Reading.Faulty.class);
        return ((StyleReader.Reading.Faulty) reading).fault();
    }
}
