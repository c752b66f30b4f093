package org.yiping.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TermTest {
    private static boolean typed(String question, String text) {
        return Term.typed(question).stream().allMatch(t -> t.isIn(Term.plain(text)));
    }

    @Test
    void everyCharacterIsMadeSmallAsJavaDoes() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String text = "a" + c;
            assertThat(Term.plain(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void lettersAreReadAsSyllablesOrAsInitials() {
        for (String asked : List.of("yulin", "yljd", "yulinjiedao", "玉林", "ylj", "yulinj")) {
            assertThat(typed(asked, "武侯区玉林街道")).as(asked).isTrue();
        }
        for (String asked : List.of("yulan", "jly", "玉街", "lyj")) {
            assertThat(typed(asked, "武侯区玉林街道")).as(asked).isFalse();
        }
    }

    @Test
    void whoTypesOnNeverFindsWhatWasNotFoundBefore() {
        for (String whole : List.of("yulinjiedao", "xian", "wuhou", "changan", "dxhw", "No.71")) {
            for (String text : List.of("武侯区玉林街道", "西安路", "鲜花市场", "长安街", "道线红外", "no.71 门")) {
                for (int n = 2; n <= whole.length(); n++) {
                    if (typed(whole.substring(0, n), text)) {
                        assertThat(typed(whole.substring(0, n - 1), text))
                                .as("%s in %s", whole.substring(0, n), text)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void whoHasTypedALastSyllableMeansThatOneUnlessStillTyping() {
        assertThat(Term.of("yuli").getFirst().isIn("玉林")).isFalse();
        assertThat(typed("yuli", "玉林")).isTrue();
    }
}
