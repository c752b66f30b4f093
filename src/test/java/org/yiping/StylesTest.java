package org.yiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.gate.Sources;
import org.yiping.gate.Styles;

class StylesTest {
    private static final Sources JAVA = Sources.read(List.of("src/main/java"), ".java");
    private static final Sources CSS = Sources.read(List.of("src/main/resources/org/yiping/css"), ".css");
    private static final Sources NO_JAVA = Sources.of();
    private static final String VIEW = "org/yiping/console/ui/cases/CaseView.java";
    private static final String HALL = "css/tokens-hall.css";
    private static final String OFFICE = "css/tokens-office.css";
    private static final String DARK = tokens("#0E1317", "#E4EAEE", "canvas", "surface", "raised", "hover", "selected");

    @Test
    void themes_stand_where_the_gate_looks() {
        assumeTrue(Files.exists(Path.of("src/main/java/org/yiping/console/ui")), "no window yet, so no themes yet");
        assertThat(CSS.files().keySet()).anyMatch(p -> p.endsWith(HALL)).anyMatch(p -> p.endsWith(OFFICE));
    }

    @Test
    void colours_stand_in_the_theme_files_alone() {
        assertThat(Styles.rawColours(CSS, JAVA)).isEmpty();
    }

    @Test
    void every_theme_has_every_token_and_no_other_is_used() {
        assertThat(Styles.tokens(CSS, JAVA)).isEmpty();
    }

    @Test
    void what_must_be_read_can_be_read() {
        assertThat(Styles.contrast(CSS)).isEmpty();
    }

    @Test
    void a_node_id_is_given_once() {
        assertThat(Styles.duplicateIds(JAVA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-fx-fill: #FF0000",
                "-fx-fill: rgb(1,2,3)",
                "-fx-border-color: -yp-red red",
                "-fx-fill: derive(-yp-red, 5%)",
                "-fx-effect: dropshadow(gaussian, -yp-red, 1, 1, 1, 1)",
                "-fx-fill: linear-gradient(to right, -yp-red, -yp-red)"
            })
    void a_raw_colour_or_an_effect_in_a_style_sheet_is_refused(String declaration) {
        assertThat(Styles.rawColours(Sources.of("css/case.css", ".case {\n  " + declaration + ";\n}"), NO_JAVA))
                .isNotEmpty();
    }

    @Test
    void tokens_comments_and_selectors_are_no_raw_colours() {
        String css = "/* red #FFF */\n.red:hover { -fx-fill: -yp-red; -fx-background-color: transparent; "
                + "-fx-font-smoothing-type: gray; }";
        assertThat(Styles.rawColours(Sources.of("css/case.css", css), NO_JAVA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Color.web(\"#123456\")",
                "Color.RED",
                "Color.rgb(1, 2, 3)",
                "setStyle(\"-fx-fill: #fff\")",
                "int red = 0xFFD4413A;"
            })
    void a_raw_colour_in_code_is_refused(String code) {
        assertThat(Styles.rawColours(NO_JAVA, Sources.of(VIEW, code))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Color.web(token)",
                "Color.TRANSPARENT",
                "// Color.RED",
                "int opaque = 0xFF000000;",
                "g.setColor(Color.WHITE); // not a colour"
            })
    void colours_read_from_tokens_are_allowed_in_code(String code) {
        assertThat(Styles.rawColours(NO_JAVA, Sources.of(VIEW, code))).isEmpty();
    }

    @Test
    void a_token_that_one_theme_lacks_is_refused() {
        Sources css = Sources.of(HALL, DARK + "-yp-grade-a: #36A892;", OFFICE, DARK);
        assertThat(Styles.tokens(css, NO_JAVA)).containsExactly(OFFICE + " lacks -yp-grade-a");
    }

    @Test
    void a_token_nobody_defined_is_refused() {
        Sources css = Sources.of(HALL, DARK, OFFICE, DARK, "css/case.css", ".case { -fx-fill: -yp-rde; }");
        assertThat(Styles.tokens(css, NO_JAVA)).containsExactly("nowhere defined: -yp-rde at css/case.css:1");
    }

    @Test
    void a_text_too_faint_for_its_ground_is_refused() {
        assertThat(Styles.contrast(Sources.of(HALL, DARK))).isEmpty();
        assertThat(Styles.contrast(Sources.of(HALL, DARK.replace("-yp-faint: #E4EAEE", "-yp-faint: #606D78"))))
                .hasSize(5)
                .first()
                .asString()
                .contains("faint on canvas has contrast 3.5");
    }

    @Test
    void an_id_given_twice_is_refused() {
        assertThat(Styles.duplicateIds(Sources.of(VIEW, "a.setId(\"cases/list\");\nb.setId(\"cases/list\");")))
                .hasSize(1);
    }

    private static String tokens(String ground, String text, String... grounds) {
        Stream<String> grounding = Stream.of(grounds).map(g -> "-yp-" + g + ": " + ground + ";");
        Stream<String> texts = Stream.of(
                        "text",
                        "muted",
                        "faint",
                        "accent",
                        "green",
                        "yellow",
                        "red",
                        "infra",
                        "stale",
                        "unknown",
                        "sim",
                        "link-live",
                        "link-late",
                        "link-lost")
                .map(t -> "-yp-" + t + ": " + text + ";");
        return Stream.concat(grounding, texts).reduce("", String::concat);
    }
}
