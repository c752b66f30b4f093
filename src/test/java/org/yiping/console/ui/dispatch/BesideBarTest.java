package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.Case;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.needs.NeedsDisplay;

/// What is written beside a case, whatever it is.
@NeedsDisplay
class BesideBarTest {
    private static final String ODD = "𠮷䶮😀 \u202Eabc\u202C \u200Fשלום ";

    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final Case value = Samples.waiting("1", "to-dispatch", DeskFixture.START, Duration.ofMinutes(2));

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void tenThousandSignsAreRefusedInWordsKeptAndSentWhenTheyFit() {
        fixture.put(value);
        Toolkit.onFx(() -> {
            CaseViewModel model = new CaseViewModel(fixture.desk, fixture.hall);
            model.show();
            fixture.desk.pick(value.id());
            BesideBar bar = new BesideBar(model, fixture.hall);
            bar.refresh();
            TextField text = (TextField) node(bar, "case/beside-text");
            ButtonBase send = (ButtonBase) node(bar, "case/beside-note");

            String long10000 = ODD.repeat(10_000 / ODD.length() + 1);
            text.setText(long10000);
            send.fire();
            assertThat(fixture.outbox.submitted).isEmpty();
            assertThat(text.getText()).isEqualTo(long10000);
            assertThat(fixture.outbox.drafts().find(value.id(), Drafts.BESIDE))
                    .map(Drafts.Draft::text)
                    .contains(long10000);
            String said = fixture.hall
                    .messages()
                    .get("words.too-long", 4000, long10000.strip().length());
            assertThat(bar.root().lookupAll(".label"))
                    .anyMatch(n -> n.isVisible() && ((Label) n).getText().equals(said));

            text.setText(ODD);
            send.fire();
            assertThat(fixture.outbox.submitted)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Aside.AddNote.class, n -> assertThat(n.text()).isEqualTo(ODD.strip()));
            assertThat(ODD.strip().length()).isLessThan(Command.LONGEST_TEXT);
            return true;
        });
    }

    private static Node node(BesideBar bar, String id) {
        return bar.root().lookupAll("*").stream()
                .filter(n -> id.equals(n.getId()))
                .findFirst()
                .orElseThrow();
    }
}
