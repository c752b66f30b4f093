package org.yiping.console.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Me;
import org.yiping.console.store.VeiledLookup;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.MadeUpInspections;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.command.Aside;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.inspection.InspectionCard;
import org.yiping.domain.inspection.InspectionCard.Mark;
import org.yiping.domain.inspection.InspectionCard.Sheet;

class CardModelTest {
    private static final int UNTOUCHED = 9;
    private static final Actor OTHER = new Actor(new PersonId("p-9"), new PostCode("leader"), new SeatId("04"));

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private MadeUpInspections platform;
    private InspectionModel model;
    private CardModel card;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void city() {
        area("city", "990100", null);
        area("district", "990101", "990100");
        for (int i = 0; i < 40; i++) {
            area("community", "9901010" + (100 + i), "990101");
        }
        platform = new MadeUpInspections(fixture.tables, DeskFixture.START);
        fixture.inspections = platform;
        begin();
    }

    private void begin() {
        model = new InspectionModel(fixture.desk, fixture.hall);
        model.show();
        card = new CardModel(model);
        model.go(UNTOUCHED);
    }

    private void area(String level, String code, String parent) {
        Area area = new Area(
                new AreaCode(code),
                code,
                level,
                parent == null ? null : new AreaCode(parent),
                new Position(104 + fixture.tables.areas.rows().size() / 1000.0, 30));
        fixture.tables.areas.put(area.code(), area);
    }

    private void all(int points) {
        card.row(0);
        card.checklist().forEach(_ -> card.mark(points));
    }

    private Aside.InspectPoint sent() {
        return (Aside.InspectPoint) fixture.outbox.submitted.getLast();
    }

    private void arrived(Aside.InspectPoint c) {
        platform.cards.put(
                c.place(),
                new InspectionCard(c.inspection(), c.place(), c.edition() + 1, c.sheet(), OTHER, DeskFixture.START));
        fixture.outbox.table.remove(c.head().id());
    }

    @Test
    void aMarkGoesOnToTheNextLineAndNeverOverTheFullOne() {
        assertThat(card.mark(4)).isTrue();
        assertThat(card.row()).isEqualTo(1);
        assertThat(card.mark(6)).as("of five").isFalse();
        assertThat(card.row()).isEqualTo(1);
        assertThat(card.mark(null)).as("does not apply").isTrue();
        assertThat(card.sheet().marks()).hasSize(2);
        assertThat(card.sheet().marks().getLast().points()).isNull();
        card.row(0);
        card.mark(2);
        assertThat(card.sheet().marks().getFirst().points())
                .as("the last word holds")
                .isEqualTo(2);
    }

    @Test
    void whatIsHalfFilledOutlivesALostLinkAndACrash() {
        card.mark(3);
        card.note("第一行\n第二行");
        card.photo("f".repeat(64));
        platform.reached = false;
        model.again();
        assertThat(model.trouble()).isNotEmpty();
        assertThat(model.open()).as("what was heard last stays").isPresent();
        Sheet written = card.sheet();
        platform.reached = true;
        begin(); // the same outbox, another console
        assertThat(card.sheet()).isEqualTo(written);
        assertThat(card.halfFilled()).isTrue();
        assertThat(written.note()).isEqualTo("第一行\n第二行");
    }

    @Test
    void aColleaguesPhotoComesThroughTheInspectionAndOnesOwnFromTheDisk() {
        String theirs = "a".repeat(64);
        String mine = "b".repeat(64);
        platform.photos.put(theirs, new byte[] {1});
        fixture.files.put(mine, new byte[] {2});
        card.photo(mine);
        assertThat(bytes(mine)).as("still to be sent").containsExactly(2);
        card.forget();
        card.photo(theirs);
        card.save(false, told::add);
        arrived(sent());
        model.again();
        assertThat(bytes(theirs)).containsExactly(1);
        platform.photos.clear();
        assertThat(card.picture(theirs).join()).isEqualTo(new Found.Unreachable<byte[]>());
        fixture.files.put(theirs, new byte[] {3});
        assertThat(bytes(theirs)).as("off the line, from the disk").containsExactly(3);
    }

    private byte[] bytes(String file) {
        return ((Found.Got<byte[]>) card.picture(file).join()).value();
    }

    @Test
    void pendingIsNotDoneAndNothingIsWrittenMeanwhile() {
        all(5);
        card.save(true, told::add);
        assertThat(told).containsExactly("");
        assertThat(model.pending()).containsExactly(UNTOUCHED);
        assertThat(PointList.state(model.open().orElseThrow(), UNTOUCHED, model.pending()))
                .isEqualTo("pending");
        assertThat(card.locked()).isTrue();
        assertThat(card.mark(1)).isFalse();
        assertThat(sent().edition()).isZero();
        assertThat(sent().sheet().done()).isTrue();
        arrived(sent());
        assertThat(PointList.state(model.open().orElseThrow(), UNTOUCHED, model.pending()))
                .isEqualTo("done");
        card.settle();
        assertThat(card.halfFilled()).as("the platform has it").isFalse();
    }

    @Test
    void aRefusalAndAFullDiskCostNoMark() {
        all(4);
        card.save(true, told::add);
        var refusal = new Delivery.Refusal(409, "INS-4092", "点位卡已变化", "", null);
        fixture.outbox.state(sent().head().id(), new Delivery.State.Rejected(refusal));
        assertThat(card.locked()).isFalse();
        assertThat(card.sheet().marks()).hasSize(card.checklist().size());
        fixture.outbox.full(true);
        card.save(true, told::add);
        assertThat(told.getLast()).isNotEmpty();
        assertThat(card.sheet().marks()).hasSize(card.checklist().size());
    }

    @Test
    void whoWasOvertakenIsToldByWhomAndLosesNothing() {
        card.mark(1);
        platform.cards.put(
                UNTOUCHED,
                new InspectionCard(
                        model.open().orElseThrow().plan().id(),
                        UNTOUCHED,
                        3,
                        new Sheet(false, List.of(new Mark("litter", 5)), "", List.of(), List.of(), false),
                        OTHER,
                        DeskFixture.START));
        model.again();
        card.settle();
        assertThat(card.overtaken().map(InspectionCard::by)).contains(OTHER);
        assertThat(card.sheet().marks().getFirst().points()).isEqualTo(1);
        card.save(false, told::add);
        assertThat(sent().edition()).as("which the platform will refuse").isZero();
        fixture.outbox.table.remove(sent().head().id());
        card.forget();
        assertThat(card.sheet().marks().getFirst().points()).isEqualTo(5);
        assertThat(card.overtaken()).isEmpty();
    }

    @Test
    void aProblemLeavesAtOnceWithTheCardAsItIs() {
        card.mark(0);
        card.problem(new ClassCode("E-0110"), "散落垃圾", told::add);
        assertThat(sent().sheet().problems()).hasSize(1);
        assertThat(sent().sheet().problems().getFirst().text()).isEqualTo("散落垃圾");
        assertThat(sent().sheet().done()).isFalse();
        assertThat(sent().sheet().marks()).hasSize(1);
    }

    @Test
    void aWorkflowWithoutTheActionIsNamedOnTheCard() {
        assertThat(card.unfiled()).isEmpty();
        CityFacts was = fixture.tables.city.known().orElseThrow();
        Workflow workflow = was.rules().workflow();
        List<Workflow.Transition> fewer = workflow.transitions().stream()
                .filter(t -> !t.action().value().equals("inspect"))
                .toList();
        CityFacts.Rules older = new CityFacts.Rules(
                was.rules().catalogue(),
                new Workflow("closed-loop-2", workflow.states(), fewer),
                was.rules().calendarVersion());
        fixture.tables.city.set(
                new CityFacts(was.name(), was.zone(), was.extent(), was.layers(), was.promises(), older),
                new Freshness(true, DeskFixture.START));
        assertThat(card.unfiled()).contains("inspect");
        assertThat(card.mark(4)).as("all else goes on").isTrue();
    }

    @Test
    void strangersSeeNoInspection() {
        VeiledLookup lookup = new VeiledLookup(fixture.desk.lookup(), fixture.tables.stores());
        assertThat(lookup.inspections()).isPresent();
        fixture.tables.stores().veil().draw(DeskFixture.START);
        assertThat(lookup.inspections()).isEmpty();
    }

    @Test
    void anotherPostOnlyLooks() {
        fixture.tables.me.set(new Me(OTHER, "某", List.of()), new Freshness(true, DeskFixture.START));
        assertThat(card.locked()).as("a leader inspects too").isFalse();
        fixture.tables.me.set(
                new Me(new Actor(OTHER.person(), new PostCode("administrator"), OTHER.seat()), "某", List.of()),
                new Freshness(true, DeskFixture.START));
        assertThat(card.locked()).isTrue();
        assertThat(card.mark(3)).isFalse();
        assertThat(card.halfFilled()).isFalse();
    }
}
