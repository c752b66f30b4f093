package org.yiping.console.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.fake.MemoryOutbox;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class WrittenTest {
    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private final MemoryOutbox outbox = new MemoryOutbox(Instant.EPOCH);

    private Written about(String first) {
        Written written = new Written(outbox.drafts(), "evaluation/reason", "why", "evaluation-note");
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

    @Test
    void halfWrittenWordsAreThereAgainAfterAnotherStart() {
        Toolkit.onFx(() -> {
            Written w = about("a");
            w.area().setText("half of a");
            w.about("b");
            w.area().setText("half of b");
            Written again = about("a");
            assertThat(again.text()).isEqualTo("half of a");
            again.about("b");
            assertThat(again.text()).isEqualTo("half of b");
            Written other = new Written(outbox.drafts(), "evaluation/appeal-reason", "why", "evaluation-note");
            other.about("a");
            assertThat(other.text()).as("of another field").isEmpty();
            return true;
        });
    }

    @Test
    void wordsThatWereSentAreNoDraftAnyMoreAlsoWhereTheHandWentOn() {
        Toolkit.onFx(() -> {
            Written w = about("a");
            w.area().setText("of a ");
            w.about("b");
            w.area().setText("of b");
            w.sent("a", "of a");
            w.sent("b", "of b");
            assertThat(w.text()).isEmpty();
            w.area().setText("written since");
            w.sent("b", "of b");
            assertThat(w.text()).isEqualTo("written since");
            assertThat(about("a").text()).isEmpty();
            assertThat(about("b").text()).isEqualTo("written since");
            return true;
        });
    }
}
