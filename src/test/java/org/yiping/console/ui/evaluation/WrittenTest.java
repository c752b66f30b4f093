package org.yiping.console.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class WrittenTest {
    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private static Written about(String first) {
        Written written = new Written("evaluation/reason", "why", "evaluation-note");
        written.about(first);
        return written;
    }

    @Test
    void wordsAboutOneAreNeverSentAboutAnotherAndAreThereAgain() {
        Toolkit.onFx(() -> {
            Written w = about("a");
            w.area().setText(" of a ");
            w.about("b");
            assertThat(w.text()).isEmpty();
            w.area().setText("of b");
            w.about("a");
            assertThat(w.text()).isEqualTo("of a");
            return true;
        });
    }

    @Test
    void refusedWordsComeBackToTheirOwnAndOverwriteNothing() {
        Toolkit.onFx(() -> {
            Written w = about("a");
            w.giveBack("b", "refused of b");
            w.area().setText("newer");
            w.giveBack("a", "refused of a");
            assertThat(w.text()).isEqualTo("newer");
            w.about("b");
            assertThat(w.text()).isEqualTo("refused of b");
            return true;
        });
    }
}
