package org.yiping.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GramIndexTest {
    private static final List<String> PARTS =
            List.of("玉林", "街道", "井盖", "破损", "一环路", "138", "0102", "a座", "𠮷", "长安", "重庆", "no.7", "，", " ", "鱼");

    @Test
    void itFindsWhatLookingThroughEveryTextFinds() {
        Random random = new Random(3);
        GramIndex index = new GramIndex();
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            List<String> text = List.of(words(random), words(random));
            assertThat(index.add(text)).isEqualTo(i);
            texts.add(text);
        }
        for (String asked : List.of(
                "玉",
                "玉林",
                "林街",
                "y",
                "yl",
                "ylj",
                "yuli",
                "yulin",
                "yulinjd",
                "1",
                "38",
                "3801",
                "no.7",
                "𠮷",
                "zhang",
                "changqing",
                "zhongqing",
                "海",
                "街道街道",
                "林玉林")) {
            Term term = Term.typed(asked).getFirst();
            BitSet expected = new BitSet();
            for (int i = 0; i < texts.size(); i++) {
                expected.set(i, texts.get(i).stream().anyMatch(term::isIn));
            }
            GramIndex.Found found = index.find(term);
            BitSet looked = (BitSet) found.certain().clone();
            found.possible().stream()
                    .filter(n -> texts.get(n).stream().anyMatch(term::isIn))
                    .forEach(looked::set);
            assertThat(looked).as(asked).isEqualTo(expected);
            assertThat(found.certain().intersects(found.possible())).isFalse();
        }
    }

    @Test
    void aWordIsNotFoundAcrossTwoParts() {
        GramIndex index = new GramIndex();
        index.add(List.of("玉", "林 街"));
        assertThat(index.find(Term.typed("玉林").getFirst()).certain().isEmpty()).isTrue();
        assertThat(index.find(Term.typed("林街").getFirst()).certain().isEmpty()).isTrue();
        assertThat(index.find(Term.typed("街").getFirst()).certain().get(0)).isTrue();
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            words.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return words.toString();
    }
}
