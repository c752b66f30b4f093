package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Lookup;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.command.Command;

class IntakeTest {
    private final DeskFixture fixture = new DeskFixture("acceptor");
    private final IntakeViewModel model = new IntakeViewModel(fixture.desk, fixture.hall);

    @Test
    void typedWordsFindTheClassByNameAndCode() {
        assertThat(model.classes("暴露")).extracting(CaseClass::name).containsExactly("暴露垃圾");
        assertThat(model.classes("0110 waste")).hasSize(1);
        assertThat(model.classes("bridge")).isEmpty();
    }

    @Test
    void whatMayBeTheSameIsShownAsSoonAsClassAndPlaceAreKnown() {
        fixture.twins = List.of(new Lookup.Twin(
                Samples.waiting("9", "handling", DeskFixture.START, Duration.ofHours(1)),
                12,
                Duration.ofMinutes(40),
                null,
                null));
        CaseClass waste = model.classes("暴露").getFirst();
        model.look(null, "104.5, 30.5");
        model.look(waste, "104.5");
        assertThat(model.similar()).isEmpty();
        model.look(waste, "104.5, 30.5");
        assertThat(model.similar()).hasSize(1);
        assertThat(model.words(model.similar().getFirst())).contains("E0110-9");
        model.look(waste, "");
        assertThat(model.similar()).isEmpty();
    }

    @Test
    void aCaseIsRegisteredWithCallerAndPlace() {
        assertThat(model.register(draft("104.5, 30.5", "示范路 1 号"))).isTrue();

        assertThat(fixture.outbox.submitted).singleElement().isInstanceOfSatisfying(Command.ReportCase.class, c -> {
            assertThat(c.action().value()).isEqualTo("register");
            assertThat(c.intake().place().position()).isNotNull();
            assertThat(c.intake().caller()).isNotNull();
            assertThat(c.intake().simulated()).isFalse();
        });
    }

    @Test
    void whatIsMissingUnreadableOrOutsideIsSaidAndNothingIsSent() {
        for (String position : new String[] {"1, 2", "somewhere", ""}) {
            assertThat(model.register(draft(position, " "))).isFalse();
            assertThat(model.problem().get()).isNotBlank();
        }
        assertThat(fixture.outbox.submitted).isEmpty();
    }

    @Test
    void aPostThatMayNotRegisterCannot() {
        DeskFixture other = new DeskFixture("dispatcher");
        IntakeViewModel refused = new IntakeViewModel(other.desk, other.hall);

        assertThat(refused.action()).isEmpty();
        assertThat(refused.register(draft("104.5, 30.5", ""))).isFalse();
        assertThat(other.outbox.submitted).isEmpty();
    }

    private IntakeViewModel.Draft draft(String position, String address) {
        return new IntakeViewModel.Draft(
                model.classes("暴露").getFirst(),
                "一堆垃圾",
                address,
                position,
                "张三",
                new IntakeViewModel.Contact("13900000000", true));
    }
}
