package org.yiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.gate.MessageKeys;
import org.yiping.gate.Sources;

class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/yiping/i18n");
    private static final Sources CODE = Sources.of(
            "org/yiping/console/ui/cases/CaseView.java",
            "text(\"case.title\"); text(\"case.state.\" + code); setId(\"cases/list\");");
    private static final String GOOD = "case.title=案件\ncase.state.open=在办 {0}\n";
    private static final String GOOD_EN = "case.title=Case\ncase.state.open=Open {0}\n";

    @Test
    void both_languages_and_the_code_know_the_same_keys() throws IOException {
        boolean screens = Files.exists(Path.of("src/main/java/org/yiping/console/ui"));
        assumeTrue(Files.exists(FOLDER) || screens, "no window yet, so no words yet");
        String chinese = Files.readString(FOLDER.resolve("messages.properties"));
        String english = Files.readString(FOLDER.resolve("messages_en.properties"));
        assertThat(MessageKeys.findings(chinese, english, Sources.read(List.of("src/main/java"), ".java")))
                .isEmpty();
    }

    @Test
    void complete_files_pass() {
        assertThat(MessageKeys.findings(GOOD, GOOD_EN, CODE)).isEmpty();
    }

    @Test
    void a_key_in_one_language_only_is_refused() {
        assertThat(MessageKeys.findings(GOOD, "case.title=Case\n", CODE))
                .contains("not in messages_en.properties: case.state.open");
        assertThat(MessageKeys.findings("case.title=案件\n", GOOD_EN, CODE))
                .contains("not in messages.properties: case.state.open");
    }

    @Test
    void an_unused_key_is_refused() {
        assertThat(MessageKeys.findings(GOOD + "case.old=旧\n", GOOD_EN + "case.old=Old\n", CODE))
                .containsExactly("unused: case.old");
    }

    @Test
    void a_key_the_code_asks_for_in_vain_is_refused() {
        Sources code = Sources.of(
                "org/yiping/console/ui/cases/CaseView.java",
                "text(\"case.title\"); text(\"case.state.open\");\ntext(\"case.tilte\");");
        assertThat(MessageKeys.findings(GOOD, GOOD_EN, code))
                .containsExactly("no such key: case.tilte at org/yiping/console/ui/cases/CaseView.java:2");
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertThat(MessageKeys.findings(GOOD + "case.title=案\n", GOOD_EN, CODE))
                .containsExactly("twice in messages.properties: case.title");
    }

    @Test
    void differing_arguments_and_broken_formats_are_refused() {
        String english = "case.title=Case\ncase.state.open=Open\n";
        assertThat(MessageKeys.findings(GOOD, english, CODE))
                .containsExactly("different arguments in the two languages: case.state.open");
        String quoted = "case.title=Case\ncase.state.open=It's open {0}\n";
        assertThat(MessageKeys.findings(GOOD, quoted, CODE)).containsExactly("not a message format: case.state.open");
    }

    @Test
    void an_untranslated_text_is_refused() {
        assertThat(MessageKeys.findings(GOOD, "case.title=案件\ncase.state.open=Open {0}\n", CODE))
                .containsExactly("Chinese in the English text: case.title");
    }
}
