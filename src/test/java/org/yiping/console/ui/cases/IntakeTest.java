package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.store.Lookup;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;

class IntakeTest {
    private static final Position HERE = new Position(104.5, 30.5);

    private final DeskFixture fixture = new DeskFixture("acceptor");
    private final IntakeViewModel model = model(fixture, IntakeSheet.EMPTY);

    private static IntakeViewModel model(DeskFixture at, IntakeSheet first) {
        return new IntakeViewModel(at.desk, at.hall, first.about(), first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"暴露", "baolu", "bllj", "0110 waste", "E-0110", "市容", "暴"})
    void typedWordsFindTheClass(String typed) {
        model.typedClass(typed);
        assertThat(model.classes()).extracting(CaseClass::name).containsExactly("暴露垃圾");
    }

    @Test
    void wordsOfNothingFindNothing() {
        model.typedClass("bridge");
        assertThat(model.classes()).isEmpty();
        model.typedClass(" ");
        assertThat(model.classes()).isEmpty();
    }

    @Test
    void whatMayBeTheSameIsShownWhileOneTypes() {
        fixture.twins = List.of(new Lookup.Twin(
                Samples.waiting("9", "handling", DeskFixture.START, Duration.ofHours(1)),
                12,
                Duration.ofMinutes(40),
                null,
                null));
        model.typedPlace("104.5, 30.5");
        assertThat(model.similar().found()).isEmpty();
        model.typedClass("暴露"); // nothing is chosen yet: what it most likely means counts
        assertThat(model.similar().found()).hasSize(1);
        assertThat(model.similar().words(model.similar().found().getFirst())).contains("E0110-9");
        model.typedPlace("104.5");
        assertThat(model.similar().found()).isEmpty();
        model.choose(HERE);
        assertThat(model.similar().found()).hasSize(1);
    }

    @Test
    void thePlatformSaysWhichPlaceTheWordsMayMean() {
        fixture.places = List.of(
                new PlaceCandidate("解放路", new AreaCode("990101"), HERE, 2, List.of()),
                new PlaceCandidate("解放路", null, new Position(104.6, 30.5), 1, List.of()));
        model.typedPlace("解放路 12 号");
        assertThat(model.places().found()).extracting(PlaceFinder.Spot::at).startsWith(HERE);
        assertThat(model.at().get()).isNull();
        model.choose(HERE);
        assertThat(model.places().found()).isEmpty();
    }

    @Test
    void aCellsCodeIsAPlaceWithoutALink() {
        AreaCode code = new AreaCode("99010100100101");
        fixture.tables.areas.put(code, new Area(code, "西一", "cell", null, HERE));
        model.typedPlace("990101001");
        assertThat(model.places().found()).singleElement().satisfies(s -> {
            assertThat(s.name()).isEqualTo(code.value());
            assertThat(s.at()).isEqualTo(HERE);
        });
        assertThat(model.where(HERE)).contains("西一");
    }

    @Test
    void aCaseIsRegisteredWithCallerCallAndPlace() {
        IntakeSheet sheet = sheet("示范路 1 号", "call-1");
        IntakeViewModel own = model(fixture, sheet);
        assertThat(own.register(sheet)).isTrue();

        assertThat(fixture.outbox.submitted).singleElement().isInstanceOfSatisfying(Command.ReportCase.class, c -> {
            assertThat(c.action().value()).isEqualTo("register");
            assertThat(c.intake().place().position()).isEqualTo(HERE);
            assertThat(c.intake().source().value()).isEqualTo("hotline");
            assertThat(c.intake().caller()).isNotNull().satisfies(caller -> {
                assertThat(caller.inConfidence()).isTrue();
                assertThat(caller.callBack()).isTrue();
                assertThat(String.valueOf(caller.call())).contains("call-1");
            });
            assertThat(c.intake().simulated()).isFalse();
        });
    }

    @Test
    void whatIsMissingOrOutsideIsSaidAndNothingIsSent() {
        assertThat(model.register(model.sheet())).isFalse();
        model.typedClass("暴露");
        model.choose(model.classes().getFirst());
        assertThat(model.register(model.sheet())).isFalse();
        model.choose(new Position(1, 2));
        assertThat(model.register(model.sheet())).isFalse();
        assertThat(model.problem().get()).isNotBlank();
        assertThat(fixture.outbox.submitted).isEmpty();
    }

    @Test
    void wordsAloneAreAPlaceThatIsFoundLater() {
        model.typedClass("暴露");
        model.choose(model.classes().getFirst());
        assertThat(model.register(IntakeSheet.of("address=老桥下"))).isTrue();
    }

    @Test
    void aPostThatMayNotRegisterCannot() {
        DeskFixture other = new DeskFixture("dispatcher");
        IntakeSheet sheet = sheet("", "");
        IntakeViewModel refused = model(other, sheet);

        assertThat(refused.action()).isEmpty();
        assertThat(refused.register(sheet)).isFalse();
        assertThat(other.outbox.submitted).isEmpty();
    }

    @Test
    void whatIsWrittenIsADraftUntilItIsQueuedOnDisk() {
        IntakeSheet sheet = sheet("示范路", "call-7");
        IntakeViewModel own = model(fixture, IntakeSheet.ofCall("call-7", "1390"));
        own.edited(sheet);
        Drafts.Begun begun = fixture.outbox.drafts().last(Drafts.INTAKE).orElseThrow();
        assertThat(begun.about()).isEqualTo(new CaseId("call-7"));
        assertThat(IntakeSheet.of(begun.draft().text())).isEqualTo(sheet);

        IntakeViewModel after = model(fixture, sheet); // the console crashed and came back
        fixture.outbox.full(true);
        assertThat(after.register(sheet)).isTrue();
        assertThat(fixture.outbox.drafts().last(Drafts.INTAKE)).isPresent();
        assertThat(after.problem().get()).isNotBlank();
        fixture.outbox.full(false);
        after.register(sheet);
        assertThat(fixture.outbox.drafts().last(Drafts.INTAKE)).isEmpty();
    }

    @Test
    void whatThePlatformRefusesLiesAmongTheDraftsAgainUntilItIsRegisteredAnew() {
        IntakeSheet sheet = sheet("示范路 1 号", "call-9");
        RefusedIntake refused = new RefusedIntake(fixture.outbox, fixture.hall);
        refused.show();
        assertThat(model(fixture, sheet).register(sheet)).isTrue();
        assertThat(fixture.outbox.drafts().last(Drafts.INTAKE)).isEmpty();
        CommandId sent = fixture.outbox.submitted.getFirst().head().id();
        fixture.outbox.state(
                sent, new Delivery.State.Rejected(new Delivery.Refusal(422, "CMD-4223", "不在本市", "", null)));

        Drafts.Begun begun = fixture.outbox.drafts().last(Drafts.INTAKE).orElseThrow();
        IntakeSheet back = IntakeSheet.of(begun.draft().text());
        assertThat(back).isEqualTo(sheet);
        IntakeViewModel again = new IntakeViewModel(fixture.desk, fixture.hall, begun.about(), back);
        again.edited(sheet("示范路 2 号", "call-9"));
        again.keep();
        refused.show(); // the console comes back: the newer words stay
        assertThat(fixture.outbox.drafts().last(Drafts.INTAKE))
                .hasValueSatisfying(d -> assertThat(d.draft().text()).contains("2 号"));
        assertThat(again.register(sheet("示范路 2 号", "call-9"))).isTrue();
        assertThat(fixture.outbox.drafts().last(Drafts.INTAKE)).isEmpty();
        assertThat(fixture.outbox.deliveries().find(sent))
                .as("it is not told again")
                .isEmpty();
    }

    @Test
    void tenThousandSignsOfAnyScriptAreADraftAndComeBackAsTheyWere() {
        String odd = "𠮷䶮😀 \u202Eabc\u202C \u200Fשלום ".repeat(600);
        assertThat(odd.length()).isGreaterThan(10_000);
        IntakeSheet sheet =
                new IntakeSheet("E-0110", odd, "", HERE, IntakeSheet.Reporter.NOBODY, new IntakeSheet.Origin("", true));
        IntakeViewModel own = model(fixture, IntakeSheet.EMPTY);
        own.edited(sheet);
        Drafts.Begun begun = fixture.outbox.drafts().last(Drafts.INTAKE).orElseThrow();
        assertThat(IntakeSheet.of(begun.draft().text()).description()).isEqualTo(odd);

        IntakeViewModel again = model(fixture, sheet);
        assertThat(again.register(sheet)).isFalse();
        assertThat(again.problem().get())
                .isEqualTo(fixture.hall
                        .messages()
                        .get("words.too-long", 4000, odd.strip().length()));
        assertThat(fixture.outbox.submitted).isEmpty();
        assertThat(fixture.outbox.drafts().last(Drafts.INTAKE)).as("kept").isPresent();
        String fits = odd.substring(0, odd.offsetByCodePoints(0, 2000));
        IntakeSheet shorter = new IntakeSheet("E-0110", fits, "", HERE, sheet.reporter(), sheet.origin());
        assertThat(again.register(shorter)).isTrue();
        assertThat(fixture.outbox.submitted)
                .singleElement()
                .isInstanceOfSatisfying(
                        Command.ReportCase.class,
                        c -> assertThat(c.intake().subject().description()).isEqualTo(fits.strip()));
    }

    @Test
    void aCallNobodyHasWrittenAnythingForIsNoDraft() {
        IntakeViewModel own = model(fixture, IntakeSheet.ofCall("call-8", "1390"));
        own.edited(sheet("x", "call-8"));
        own.edited(IntakeSheet.ofCall("call-8", "1390"));
        assertThat(fixture.outbox.drafts().last(Drafts.INTAKE)).isEmpty();
    }

    private static IntakeSheet sheet(String address, String call) {
        return new IntakeSheet(
                "E-0110",
                "一堆垃圾，有 𠮷 和 😀",
                address,
                HERE,
                new IntakeSheet.Reporter("张三", "13900000000", true, true),
                new IntakeSheet.Origin(call, false));
    }
}
