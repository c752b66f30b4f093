package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.CallBackWords;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.dispatch.DeskActions.DeskAction;
import org.yiping.domain.casework.CallBack;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Detours;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Report;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.needs.NeedsDisplay;

/// A closed case whose caller wants to hear of it, at the seat that calls.
@NeedsDisplay
class CallBackTest {
    private final DeskFixture fixture = new DeskFixture("acceptor");
    private final CaseViewModel model = new CaseViewModel(fixture.desk, fixture.hall);

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    private static Case closed(boolean wanted, @Nullable CallBack call) {
        Case c = Samples.without("1", "closed", DeskFixture.START);
        Report r = c.report();
        Caller caller = new Caller("王女士", "000-1234567", wanted, false);
        Progress p = c.progress();
        return new Case(
                c.id(),
                c.head(),
                c.subject(),
                c.place(),
                new Report(r.source(), r.reportedAt(), r.reporter(), caller, null, true),
                new Progress(
                        p.state(),
                        null,
                        null,
                        List.of(),
                        p.milestones(),
                        List.of(),
                        new Detours(Map.of(), null, null, null, null, call),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static CallBack said(String outcome) {
        Actor by = new Actor(new PersonId("p-acc"), new PostCode("acceptor"), new SeatId("1"));
        return new CallBack(outcome, by, DeskFixture.START);
    }

    private void open(Case c) {
        fixture.put(c);
        model.show();
        fixture.desk.pick(c.id());
    }

    private Optional<DeskAction> call() {
        return model.actions().stream()
                .filter(a -> a.transition().action().value().equals("call-back"))
                .findFirst();
    }

    @Test
    void theFormHasItsChoicesOnKeysAndARemarkNobodyMustWrite() {
        open(closed(true, null));
        Toolkit.onFx(() -> {
            ActionForm form = new ActionForm(model, fixture.hall);
            model.act(call().orElseThrow());
            form.refresh();
            assertThat(form.actions())
                    .extracting(a -> a.id() + " " + a.key().code())
                    .containsExactly(
                            "case/kind-very-satisfied DIGIT1",
                            "case/kind-satisfied DIGIT2",
                            "case/kind-dissatisfied DIGIT3",
                            "case/kind-not-reached DIGIT4");
            ButtonBase confirm = (ButtonBase) node(form, "case/confirm");
            confirm.fire();
            assertThat(fixture.outbox.submitted).as("nothing was chosen").isEmpty();
            assertThat(form.root().lookupAll(".field-error"))
                    .anyMatch(n -> n instanceof Label l
                            && l.getText().equals(fixture.hall.messages().get("case.need-kind")));
            form.actions().stream()
                    .filter(a -> a.id().equals("case/kind-dissatisfied"))
                    .forEach(a -> a.act().run());
            ((TextArea) node(form, "case/reason")).setText("又堵了");
            confirm.fire();
            return true;
        });
        assertThat(fixture.outbox.submitted).singleElement().isInstanceOfSatisfying(Command.ActOnCase.class, c -> {
            assertThat(c.action().value()).isEqualTo("call-back");
            assertThat(c.fields().kind()).isEqualTo("dissatisfied");
            assertThat(c.fields().reason()).isEqualTo("又堵了");
        });
        assertThat(model.pending()).as("on its way").isTrue();
        assertThat(model.value().orElseThrow().awaitsCallBack())
                .as("what is on its way is not done")
                .isTrue();
    }

    @Test
    void whoWantsNoneIsRefusedWithWords() {
        open(closed(false, null));
        assertThat(call()).isEmpty();
        Action named = new CaseActions(model, fixture.hall)
                .all().stream()
                        .filter(a -> a.id().equals("case/action-call-back"))
                        .findFirst()
                        .orElseThrow();
        assertThat(named.refusal()).isNotBlank();
        assertThat(new RefusalWords(fixture.hall.messages(), model.words())
                        .words(new DeskActions.Guarded("call-back-wanted")))
                .isEqualTo(fixture.hall.messages().get("case.refuse-no-call-back"));
    }

    @Test
    void theCardSaysWhatItCameTo() {
        CallBackWords words = new CallBackWords(fixture.hall.messages(), model.words());
        assertThat(words.of(closed(true, null), Instant::toString)).isEmpty();
        assertThat(words.of(closed(true, said("very-satisfied")), _ -> "10:42"))
                .hasValueSatisfying(w -> assertThat(w).contains("非常满意", "10:42"));
        assertThat(words.of(closed(true, said("not-reached")), _ -> "10:42"))
                .hasValueSatisfying(w -> assertThat(w).contains("未接通", "仍待回访"));
        assertThat(words.of(closed(true, said("of-tomorrow")), _ -> "10:42"))
                .as("a code of a newer platform")
                .hasValueSatisfying(w -> assertThat(w).contains("of-tomorrow"));
    }

    @Test
    void whereTheCityHasNoWayBackADissatisfiedCallersCaseSaysSo() {
        Case c = closed(true, said("dissatisfied"));
        open(c);
        String line = fixture.hall.messages().get("case.no-way-back");
        assertThat(Toolkit.onFx(() -> {
                    CaseBody body = new CaseBody(model, fixture.hall, _ -> {});
                    body.show(model.face().orElseThrow(), List.of());
                    var _ = new Scene(body.root(), 900, 700);
                    body.root().applyCss();
                    body.root().layout();
                    return body.root().lookupAll(".label").stream()
                            .anyMatch(n -> n instanceof Label l && l.getText().equals(line));
                }))
                .isTrue();
        assertThat(fixture.desk
                        .city()
                        .map(CityFacts::rules)
                        .orElseThrow()
                        .workflow()
                        .waysBack(c.progress()))
                .isEmpty();
    }

    private static Node node(ActionForm form, String id) {
        return form.root().lookupAll("*").stream()
                .filter(n -> id.equals(n.getId()))
                .findFirst()
                .orElseThrow();
    }
}
