package org.yiping.console.ui.debrief;

// long because every way in which a clock and a page can meet is a test

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.HeldReplay;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.PastEntry;
import org.yiping.fake.Samples;

class ReplayModelTest {
    private static final Instant BEGIN = Samples.NOON;
    private static final Debrief.Subject HOURS = new Debrief.Subject(null, BEGIN, BEGIN.plus(Duration.ofHours(2)));
    private static final Case ONE = Samples.aCase("1", "handling");
    private static final Case TWO = Samples.aCase("2", "to-dispatch");

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private final HeldReplay platform = new HeldReplay();
    private long nanos;
    private final ReplayModel replay = model();

    private ReplayModel model() {
        fixture.replay = platform;
        ReplayModel made = new ReplayModel(fixture.desk, fixture.hall, () -> nanos);
        made.show();
        return made;
    }

    private static Instant at(long second) {
        return BEGIN.plusSeconds(second);
    }

    private static PastEntry put(long revision, long second, Case value) {
        return new PastEntry(revision, at(second), new PastEntry.OfCase(value.id(), value));
    }

    private static PastEntry record(long revision, long second, String of) {
        return new PastEntry(
                revision,
                at(second),
                new PastEntry.OfRecord(new FlowRecord(
                        new RecordId("r" + revision),
                        new CaseId(of),
                        at(second),
                        new Actor(new PersonId("p"), new PostCode("dispatcher"), new SeatId("03")),
                        new FlowRecord.Step(
                                new ActionCode("dispatch"), new StateCode("to-dispatch"), new StateCode("handling")),
                        "")));
    }

    private static Case in(String id, String state) {
        return Samples.aCase(id, state);
    }

    /// One under way at the beginning; then 2 is reported, handled and closed, all on one page.
    private void open() {
        replay.open(HOURS, null, BEGIN);
        platform.last().page(0, 10, put(3, -500, ONE));
        platform.last()
                .page(
                        0,
                        90,
                        put(11, 60, TWO),
                        record(12, 60, "2"),
                        put(13, 600, in("2", "handling")),
                        put(14, 1200, in("2", "closed")));
    }

    private void pass(double seconds) {
        for (double left = seconds; left > 0.001; left -= 0.2) {
            nanos += (long) (Math.min(0.2, left) * 1e9);
            replay.beat();
        }
    }

    private List<String> underWay() {
        return replay.cases().stream().map(c -> c.id().value()).toList();
    }

    @Test
    void it_stands_at_the_beginning_with_what_was_under_way_and_asks_for_what_followed() {
        replay.open(HOURS, null, BEGIN);
        assertThat(platform.last().from()).isEqualTo(BEGIN.toString());
        assertThat(replay.stands()).isFalse();
        platform.last().page(7, 10, put(3, -500, ONE));
        assertThat(platform.last().from())
                .as("the first page names the revision")
                .isEqualTo("10/7");
        assertThat(replay.comingCases()).isEqualTo(1);
        platform.last().page(0, 10, put(4, -400, in("4", "handling")));
        assertThat(replay.stands()).isTrue();
        assertThat(replay.now()).isEqualTo(BEGIN);
        assertThat(underWay()).containsExactly("1", "4");
        assertThat(platform.last().what()).isEqualTo("changes");
        assertThat(platform.last().from()).isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 30, 60})
    void the_clock_goes_as_fast_as_it_is_asked_to(int speed) {
        open();
        replay.speed(speed);
        replay.play();
        pass(3);
        assertThat(Duration.between(at(3L * speed), replay.now()).abs()).isLessThan(Duration.ofMillis(5));
        assertThat(underWay().contains("2")).isEqualTo(3L * speed >= 60);
        replay.hold();
        Instant held = replay.now();
        pass(3);
        assertThat(replay.now()).isEqualTo(held);
    }

    @Test
    void lights_are_those_of_the_replays_clock() {
        open();
        assertThat(replay.counts()).isEqualTo(new PastDesk.Counts(1, 0, 0));
        replay.seek(at(2900));
        assertThat(replay.counts()).isEqualTo(new PastDesk.Counts(1, 1, 0));
        replay.seek(at(3700));
        assertThat(replay.counts()).isEqualTo(new PastDesk.Counts(1, 0, 1));
        assertThat(replay.desk().stores().clock().instant()).isEqualTo(at(3700));
        assertThat(replay.hall().now()).isEqualTo(at(3700));
        assertThat(fixture.desk.stores().cases().rows().size())
                .as("the live desk holds nothing of it")
                .isZero();
        replay.seek(at(10));
        assertThat(ONE.light(replay.now(), org.yiping.console.ui.Samples.WORKFLOW))
                .isEqualTo(Light.GREEN);
        assertThat(replay.counts()).isEqualTo(new PastDesk.Counts(1, 0, 0));
    }

    @Test
    void it_never_passes_what_was_fetched_and_says_that_it_waits() {
        replay.open(HOURS, null, BEGIN);
        platform.last().page(0, 10, put(3, -500, ONE));
        platform.last().page(20, 90, put(11, 30, TWO));
        assertThat(platform.last().from()).isEqualTo("20");
        replay.speed(60);
        replay.play();
        pass(2);
        assertThat(replay.waiting()).isTrue();
        assertThat(replay.playing()).isTrue();
        assertThat(replay.now())
                .as("more of that instant may be on the next page")
                .isEqualTo(at(30).minusMillis(1));
        assertThat(underWay()).containsExactly("1");
        platform.last().page(0, 90, put(21, 30, in("3", "handling")));
        pass(0.2);
        assertThat(replay.waiting()).isFalse();
        assertThat(underWay()).containsExactly("1", "2", "3");
    }

    @Test
    void a_toolkit_that_stood_still_lets_nothing_jump() {
        open();
        replay.play();
        nanos += Duration.ofMinutes(10).toNanos();
        replay.beat();
        assertThat(replay.now()).isEqualTo(at(1));
    }

    @Test
    void steps_go_from_event_to_event_what_was_written_at_once_is_one() {
        open();
        replay.next();
        assertThat(replay.now()).isEqualTo(at(60));
        assertThat(replay.latest().orElseThrow().fact()).isInstanceOf(PastEntry.OfRecord.class);
        replay.next();
        assertThat(replay.now()).isEqualTo(at(600));
        replay.seek(at(700));
        replay.previous();
        assertThat(replay.now()).isEqualTo(at(600));
        replay.previous();
        assertThat(replay.now()).isEqualTo(at(60));
        replay.previous();
        assertThat(replay.now()).as("before all events is the beginning").isEqualTo(BEGIN);
        assertThat(underWay()).containsExactly("1");
        replay.seek(at(1200));
        replay.next();
        assertThat(replay.ended()).as("after all events is the end").isTrue();
    }

    @Test
    void going_back_restores_what_stood() {
        open();
        replay.seek(at(1300));
        assertThat(underWay()).containsExactly("1");
        replay.seek(at(700));
        assertThat(underWay()).containsExactly("1", "2");
        assertThat(replay.desk()
                        .stores()
                        .cases()
                        .find(TWO.id())
                        .orElseThrow()
                        .progress()
                        .state())
                .isEqualTo(new StateCode("handling"));
        replay.seek(at(10));
        assertThat(underWay()).containsExactly("1");
        assertThat(replay.desk().stores().cases().find(TWO.id())).isEmpty();
        assertThat(platform.asked).as("nothing was asked again").hasSize(2);
    }

    @Test
    void it_ends_where_the_stretch_does() {
        open();
        replay.seek(HOURS.until().minusSeconds(30));
        replay.speed(60);
        replay.play();
        pass(1);
        assertThat(replay.now()).isEqualTo(HOURS.until());
        assertThat(replay.playing()).isFalse();
        assertThat(replay.waiting()).isFalse();
        assertThat(replay.ended()).isTrue();
        replay.play();
        assertThat(replay.playing()).isFalse();
        replay.seek(BEGIN);
        assertThat(replay.ended()).isFalse();
    }

    @Test
    void a_moment_that_was_not_fetched_is_asked_for_and_an_answer_nobody_waits_for_changes_nothing() {
        replay.open(HOURS, null, BEGIN);
        platform.last().page(0, 10, put(3, -500, ONE));
        HeldReplay.Question first = platform.last();
        replay.seek(at(3600));
        assertThat(platform.last().what()).isEqualTo("state");
        assertThat(platform.last().from()).isEqualTo(at(3600).toString());
        assertThat(replay.now())
                .as("the old moment stays until the new one is here")
                .isEqualTo(BEGIN);
        first.page(0, 90, put(11, 5, TWO));
        assertThat(underWay()).containsExactly("1");
        platform.last().page(0, 50, put(40, 3000, in("9", "handling")));
        assertThat(replay.now()).isEqualTo(at(3600));
        assertThat(underWay()).containsExactly("9");
        assertThat(platform.last().from()).isEqualTo("50");
    }

    @Test
    void a_lost_link_in_mid_replay_holds_it_and_is_asked_again() {
        replay.open(HOURS, null, BEGIN);
        platform.last().page(0, 10, put(3, -500, ONE));
        platform.last().page(20, 90, put(11, 30, TWO));
        platform.last().lost();
        assertThat(replay.trouble()).isNotEmpty();
        int asked = platform.asked.size();
        replay.speed(60);
        replay.play();
        pass(2.8);
        assertThat(replay.now()).isEqualTo(at(30).minusMillis(1));
        assertThat(replay.waiting()).isTrue();
        assertThat(platform.asked).hasSize(asked);
        pass(0.4);
        assertThat(platform.asked).hasSize(asked + 1);
        assertThat(platform.last().from()).isEqualTo("20");
        platform.last().page(0, 90);
        assertThat(replay.trouble()).isEmpty();
        pass(0.2);
        assertThat(replay.now()).isAfter(at(40));
    }

    @Test
    void a_refusal_is_said_with_its_code_and_asked_again_by_hand_alone() {
        replay.open(HOURS, null, BEGIN);
        platform.last().answer().complete(new Found.Refused<>("AUT-4030", "无权查看"));
        assertThat(replay.trouble()).contains("无权查看").contains("AUT-4030");
        pass(30);
        assertThat(platform.asked).hasSize(1);
        replay.again();
        assertThat(platform.asked).hasSize(2);
        platform.last().page(0, 10, put(3, -500, ONE));
        assertThat(replay.trouble()).isEmpty();
        assertThat(replay.stands()).isTrue();
    }

    @Test
    void of_an_area_only_what_lay_in_it_and_what_is_moved_out_of_it_is_gone() {
        replay.open(HOURS, new AreaCode("990101"), BEGIN);
        platform.last().page(0, 10, put(3, -500, ONE), put(4, -400, elsewhere("8")));
        platform.last().page(0, 90, put(11, 60, elsewhere("9")), record(12, 60, "9"), put(13, 90, elsewhere("1")));
        assertThat(underWay()).containsExactly("1");
        replay.next();
        assertThat(replay.now()).as("what happened elsewhere is no event here").isEqualTo(at(90));
        assertThat(underWay()).isEmpty();
        replay.previous();
        assertThat(underWay()).containsExactly("1");
    }

    private static Case elsewhere(String id) {
        Case c = in(id, "handling");
        Place there = new Place(c.place().position(), "别处", new AreaCode("9902010010010"));
        return new Case(c.id(), c.head(), c.subject(), there, c.report(), c.progress());
    }

    @Test
    void the_time_line_counts_events_and_knows_what_it_does_not_know() {
        replay.open(HOURS, null, BEGIN);
        platform.last().page(0, 10, put(3, -500, ONE));
        platform.last().page(20, 90, put(11, 60, TWO), record(12, 60, "2"), put(13, 3600, in("2", "handling")));
        Density d = replay.density().orElseThrow();
        assertThat(d.count(2)).as("60 s of two hours, written at once").isEqualTo(1);
        assertThat(d.isKnown(2)).isTrue();
        assertThat(d.isKnown(119)).isTrue();
        assertThat(d.isKnown(120)).as("more may come at that instant").isFalse();
        assertThat(d.isKnown(239)).isFalse();
        platform.last().page(0, 90);
        assertThat(d.isKnown(239)).isTrue();
        replay.seek(at(10));
        replay.seek(at(4000));
        assertThat(d.count(2)).isEqualTo(1);
    }

    @Test
    void what_is_far_behind_is_forgotten_and_asked_for_when_somebody_goes_back() {
        replay.open(HOURS, null, BEGIN);
        platform.last().page(0, 10, put(3, -500, ONE));
        List<PastEntry> many = new ArrayList<>();
        for (int i = 0; i < 25_000; i++) {
            many.add(new PastEntry(11 + i, BEGIN.plusMillis(100L * i), new PastEntry.OfCase(TWO.id(), TWO)));
        }
        platform.last().page(0, 90_000, many.toArray(PastEntry[]::new));
        replay.seek(at(2500));
        assertThat(underWay()).containsExactly("1", "2");
        int asked = platform.asked.size();
        replay.seek(at(2400));
        assertThat(platform.asked).as("near enough").hasSize(asked);
        replay.seek(at(5));
        assertThat(platform.last().what()).isEqualTo("state");
        assertThat(platform.last().from()).isEqualTo(at(5).toString());
    }

    @Test
    void before_what_was_fetched_the_event_before_is_looked_for_farther_and_farther_back() {
        replay.open(HOURS, null, at(3600));
        platform.last().page(0, 50, put(3, -500, ONE));
        platform.last().page(0, 90);
        replay.previous();
        assertThat(platform.last().from()).isEqualTo(at(3300).toString());
        platform.last().page(0, 40, put(3, -500, ONE));
        assertThat(replay.waiting()).isTrue();
        platform.last().page(0, 90);
        assertThat(platform.last().from())
                .as("nothing there, so four times as far")
                .isEqualTo(at(2100).toString());
        platform.last().page(0, 30, put(3, -500, ONE));
        platform.last().page(0, 90, put(31, 2500, TWO));
        assertThat(replay.now()).isEqualTo(at(2500));
        assertThat(replay.waiting()).isFalse();
        assertThat(underWay()).containsExactly("1", "2");
    }

    @Test
    void the_history_of_the_picked_case_is_that_up_to_the_moment() {
        open();
        replay.desk().pick(TWO.id());
        HeldReplay.Question history = platform.last();
        assertThat(history.about()).isEqualTo(TWO.id());
        assertThat(history.from()).isEqualTo("0");
        assertThat(replay.records()).isEmpty();
        history.page(0, 90, record(2, -30, "2"), put(11, 60, TWO), record(12, 60, "2"), record(15, 1200, "2"));
        assertThat(replay.records().orElseThrow()).hasSize(1);
        replay.seek(at(60));
        assertThat(replay.records().orElseThrow()).hasSize(2);
        assertThat(replay.desk().stores().records().find(TWO.id()).orElseThrow())
                .hasSize(2);
        replay.seek(at(10));
        assertThat(replay.desk().stores().records().find(TWO.id()).orElseThrow())
                .hasSize(1);
    }

    @Test
    void a_case_is_picked_by_its_own_replay_and_the_seats_pick_stays() {
        fixture.desk.pick(new CaseId("live"));
        Debrief.Subject one = new Debrief.Subject(ONE.id(), BEGIN, HOURS.until());
        replay.open(one, null, BEGIN);
        assertThat(platform.asked.stream().filter(q -> q.what().equals("state")).toList())
                .singleElement()
                .satisfies(q -> assertThat(q.about()).isEqualTo(ONE.id()));
        assertThat(replay.desk().pickedCaseId()).contains(ONE.id());
        assertThat(fixture.desk.selection().picked()).isEqualTo(new Selection.Picked.OfCase(new CaseId("live")));
    }

    @Test
    void an_open_day_ends_it() {
        open();
        fixture.tables.veil.draw(DeskFixture.START);
        assertThat(replay.subject()).isEmpty();
        assertThat(replay.desk().stores().cases().rows().size()).isZero();
        replay.open(HOURS, null, BEGIN);
        assertThat(replay.trouble()).isEqualTo(fixture.hall.messages().get("debrief.hidden"));
    }

    @Test
    void nobody_who_looks_away_is_played_on_for() {
        open();
        replay.play();
        replay.hide();
        pass(5);
        assertThat(replay.now()).isEqualTo(BEGIN);
    }
}
