package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.dispatch.DeskActions.DeskAction;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Tick;
import org.yiping.domain.catalogue.SopStep;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.needs.NeedsDisplay;

/// The steps of a case's class on the screen, and what an action says of those left out.
@NeedsDisplay
class StepsViewTest {
    private static final SopStep LOOK = new SopStep("1", "估计堆放量", "estimate the amount", null, false);
    private static final SopStep CALL = new SopStep("2", "通知清运", null, new ActionCode("dispatch"), false);
    private static final SopStep FENCE = new SopStep("3", "先行围护", null, new ActionCode("dispatch"), true);

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void aTickIsACommandAndTheBoxWaitsForThePlatform() {
        Toolkit.onFx(() -> {
            OpenCase seat = new OpenCase();
            seat.fixture.procedure(LOOK, CALL);
            StepsView view = new StepsView(seat.model, seat.fixture.hall);
            view.show(seat.value);
            List<CheckBox> boxes = all(view, CheckBox.class);
            assertThat(boxes).extracting(CheckBox::getText).containsExactly("估计堆放量", "通知清运");
            assertThat(words(view)).contains("0 / 2");

            boxes.getFirst().fire();
            view.show(seat.value);
            assertThat(seat.fixture.outbox.submitted)
                    .singleElement()
                    .isInstanceOfSatisfying(Aside.TickStep.class, t -> {
                        assertThat(t.step()).isEqualTo("1");
                        assertThat(t.done()).isTrue();
                    });
            assertThat(boxes.getFirst().isSelected())
                    .as("a wish is not shown as done")
                    .isFalse();
            assertThat(words(view)).contains("等平台确认");
            boxes.getFirst().fire();
            assertThat(seat.fixture.outbox.submitted).as("once is enough").hasSize(1);

            seat.fixture.outbox.table.remove(seat.last());
            Case ticked = ticked(seat.value, "1");
            view.show(ticked);
            assertThat(all(view, CheckBox.class)).as("changed in place").isEqualTo(boxes);
            assertThat(boxes.getFirst().isSelected()).isTrue();
            assertThat(words(view)).contains("1 / 2").anyMatch(w -> w.contains("p-9") && w.contains("10:40:18"));
            boxes.getFirst().fire();
            assertThat(seat.fixture.outbox.submitted.getLast())
                    .isInstanceOfSatisfying(
                            Aside.TickStep.class, t -> assertThat(t.done()).isFalse());
            return true;
        });
    }

    @Test
    void oneKeyTicksTheNextStep() {
        Toolkit.onFx(() -> {
            OpenCase seat = new OpenCase();
            StepsView view = new StepsView(seat.model, seat.fixture.hall);
            view.show(seat.value);
            assertThat(view.isVisible()).as("a city without procedures").isFalse();
            assertThat(view.ticks().refusal()).isEqualTo("本市未写此类案件的处置步骤");
            seat.fixture.procedure(LOOK, CALL);
            Case ticked = ticked(seat.value, "1");
            view.show(ticked);
            assertThat(view.ticks().words()).contains("通知清运");
            view.ticks().act().run();
            assertThat(seat.fixture.outbox.submitted)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Aside.TickStep.class, t -> assertThat(t.step()).isEqualTo("2"));
            return true;
        });
    }

    @Test
    void whatWasLeftOutIsNamedBeforeTheActionAndStopsItOnlyWhereTheCitySaysSo() {
        OpenCase seat = new OpenCase();
        seat.fixture.procedure(LOOK, CALL);
        DeskAction dispatch = seat.action("dispatch");
        assertThat(seat.model.openSteps(dispatch.transition())).containsExactly(CALL);
        seat.model.choose(seat.model.choice().get().with(new DepartmentId("d-1")));
        seat.model.act(dispatch);
        assertThat(seat.fixture.outbox.submitted).isEmpty();
        assertThat(seat.model.filling().get()).as("named first").isEqualTo(dispatch.transition());
        assertThat(seat.model.confirm()).as("and in nobody's way").isEmpty();
        assertThat(seat.fixture.outbox.submitted).hasSize(1);

        OpenCase strict = new OpenCase();
        strict.fixture.procedure(LOOK, FENCE);
        assertThat(strict.action("dispatch").refusal()).isEqualTo(new DeskActions.OpenSteps(List.of(FENCE)));
        assertThat(new RefusalWords(strict.fixture.hall.messages(), strict.model.words())
                        .words(new DeskActions.OpenSteps(List.of(FENCE))))
                .contains("先行围护");
        strict.fixture.put(ticked(strict.value, "3"));
        assertThat(strict.action("dispatch").allowed()).isTrue();
    }

    @Test
    void aStepWithoutAnActionOfItsOwnIsDueWhereTheCaseIsClosed() {
        DeskFixture leader = new DeskFixture("duty-leader");
        leader.procedure(LOOK, CALL);
        Case last = Samples.waiting("7", "to-close", DeskFixture.START, Duration.ofMinutes(2));
        assertThat(DeskActions.of(last, leader.desk))
                .filteredOn(a -> a.transition().action().value().equals("close"))
                .singleElement()
                .satisfies(a -> assertThat(DeskActions.openSteps(last, a.transition(), leader.desk))
                        .containsExactly(LOOK));
    }

    private static Case ticked(Case value, String step) {
        return value.withProgress(value.progress()
                .withTicks(List.of(new Tick(step, new PersonId("p-9"), DeskFixture.START.minusSeconds(120)))));
    }

    private static List<String> words(Parent root) {
        return all(root, Label.class).stream().map(Label::getText).toList();
    }

    private static <T extends Node> List<T> all(Parent root, Class<T> type) {
        List<T> found = new ArrayList<>();
        root.getChildrenUnmodifiable().forEach(n -> {
            if (type.isInstance(n)) {
                found.add(type.cast(n));
            } else if (n instanceof Parent p) {
                found.addAll(all(p, type));
            }
        });
        return found;
    }
}
