package org.yiping.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Sounds;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Samples;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

/// The alarms of seat 03 of the dispatchers.
class SeatAlarmsTest {
    private static final PostCode POST = new PostCode("dispatcher");
    private static final Instant START = DeskFixture.START;
    private static final AlarmRules RULES = new AlarmRules(
            "a-1",
            new AlarmRules.Flood(Duration.ofMinutes(10), 10),
            List.of(POST),
            List.of(),
            List.of(),
            Duration.ofMinutes(30));

    private final DeskFixture seat = new DeskFixture("dispatcher");
    private final List<String> heard = new ArrayList<>();
    private final Hall hall = loud(seat.hall);
    private final SeatAlarms alarms = new SeatAlarms(seat.desk, hall);

    private Hall loud(Hall h) {
        Sounds sounds = (sound, volume) -> heard.add(sound + (volume == 0 ? " silent" : ""));
        return new Hall(
                h.fx(),
                h.ticker(),
                h.messages(),
                h.themes(),
                h.notices(),
                h.background(),
                h.own(),
                h.paint(),
                h.sorter(),
                h.remembered(),
                sounds);
    }

    private void rules(AlarmRules rules) {
        var city = seat.desk.city().orElseThrow();
        seat.tables.city.set(
                new org.yiping.console.store.CityFacts(
                        city.name(),
                        city.zone(),
                        city.extent(),
                        city.layers(),
                        city.promises(),
                        city.rules().with(rules)),
                new Freshness(true, START));
    }

    private void start() {
        rules(RULES);
        seat.put(Samples.waiting("there", "to-dispatch", START, Duration.ofHours(1)));
        alarms.start();
    }

    private static Case severe(Case c, Severity severity) {
        Subject s = c.subject();
        return new Case(
                c.id(),
                c.head(),
                new Subject(s.kind(), s.classCode(), s.criterion(), severity, s.component(), s.description()),
                c.place(),
                c.report(),
                c.progress());
    }

    private static Case calling(String id, Alarm.Kind kind, @Nullable String at, Instant since) {
        Case c = Samples.waiting(id, "to-dispatch", START, Duration.ofHours(1));
        return with(c, alarm(kind, at, since));
    }

    private static Case with(Case c, @Nullable Alarm alarm) {
        return c.withProgress(c.progress().with(alarm));
    }

    private static Alarm alarm(Alarm.Kind kind, @Nullable String at, Instant since) {
        SeatId where = at == null ? null : new SeatId(at);
        return new Alarm(
                kind,
                POST,
                "a-1",
                since,
                List.of(new Alarm.Offer("seat", POST, where, since, since.plusSeconds(120), null)),
                null,
                null);
    }

    private List<String> ids() {
        return alarms.waiting().stream().map(i -> i.value().id().value()).toList();
    }

    @Test
    void onlyWhatWasOfferedToThisSeatCounts() {
        start();
        seat.put(
                Samples.waiting("new", "to-dispatch", START, Duration.ofHours(1)),
                calling("mine", Alarm.Kind.OVER, "03", START),
                calling("theirs", Alarm.Kind.OVER, "04", START),
                calling("anybodys", Alarm.Kind.SOON, null, START.minusSeconds(5)));
        assertThat(ids()).containsExactly("mine", "anybodys");
        assertThat(alarms.count()).isEqualTo(2);
        assertThat(alarms.oldest()).contains(Duration.ofSeconds(5));
        assertThat(alarms.flood()).isFalse();
        seat.pass(Duration.ofMinutes(10));
        assertThat(alarms.count()).as("the window has gone on").isZero();
        assertThat(ids()).as("and they still wait").hasSize(2);
    }

    @Test
    void whatALeaderIsAskedCountsThere() {
        DeskFixture leader = new DeskFixture("duty-leader");
        SeatAlarms there = new SeatAlarms(leader.desk, leader.hall);
        leader.put(calling("a", Alarm.Kind.OVER, "04", START));
        there.start();
        assertThat(there.waiting()).isEmpty();
        Alarm a = alarm(Alarm.Kind.OVER, "04", START);
        List<Alarm.Offer> offers = new ArrayList<>(a.offers());
        offers.add(new Alarm.Offer(
                "leader", new PostCode("duty-leader"), new SeatId("03"), START, START.plusSeconds(60), null));
        leader.put(with(
                calling("a", Alarm.Kind.OVER, "04", START),
                new Alarm(a.kind(), a.post(), a.rules(), a.raisedAt(), offers, null, null)));
        assertThat(there.waiting()).hasSize(1);
        assertThat(there.count()).isOne();
    }

    @Test
    void inAFloodLookAlikesAreOneRow() {
        start();
        for (int i = 0; i < 10; i++) {
            seat.put(calling("c" + i, Alarm.Kind.OVER, "03", START));
        }
        assertThat(alarms.cards()).hasSize(10);
        seat.put(calling("c10", Alarm.Kind.OVER, "03", START));
        assertThat(alarms.flood()).isTrue();
        assertThat(alarms.cards())
                .singleElement()
                .satisfies(c -> assertThat(c.items()).hasSize(11));
        assertThat(seat.hall.notices().all()).as("a flood is no notice").isEmpty();
    }

    @Test
    void theGravestStandsFirst() {
        start();
        seat.put(
                calling("soon", Alarm.Kind.SOON, "03", START.minusSeconds(60)),
                calling("late", Alarm.Kind.OVER, "03", START),
                calling("later", Alarm.Kind.OVER, "03", START.minusSeconds(30)),
                severe(calling("top", Alarm.Kind.NEW, "03", START), Severity.CRITICAL));
        assertThat(ids()).containsExactly("top", "later", "late", "soon");
    }

    @Test
    void whoOpensACaseAnswersItsAlarmOnce() {
        start();
        seat.put(calling("a", Alarm.Kind.OVER, "03", START), calling("b", Alarm.Kind.OVER, "04", START));
        seat.desk.pick(new CaseId("a"));
        seat.desk.pick(new CaseId("b"));
        seat.desk.pick(new CaseId("a"));
        assertThat(seat.outbox.submitted).singleElement().satisfies(c -> {
            assertThat(c).isInstanceOf(Aside.AnswerAlarm.class);
            assertThat(((Aside.AnswerAlarm) c).target()).isEqualTo("a");
        });
        assertThat(ids()).as("at once, whatever the wire does").isEmpty();
        assertThat(seat.outbox.pending(new CaseId("a")))
                .as("and no step of the case waits for it")
                .isEmpty();
    }

    @Test
    void backFromTheShelfItWaitsAgain() {
        start();
        seat.put(calling("a", Alarm.Kind.OVER, "03", START));
        alarms.shelve(new CaseId("a"), 15, "同一处已派");
        assertThat(seat.outbox.submitted).singleElement().isInstanceOf(Aside.ShelveAlarm.class);
        Alarm a = alarm(Alarm.Kind.OVER, "03", START);
        Actor me = new Actor(new PersonId("me"), POST, new SeatId("03"));
        seat.put(with(
                calling("a", Alarm.Kind.OVER, "03", START),
                a.shelved(new Alarm.Shelf(me, START, START.plusSeconds(900), "同一处已派"))));
        assertThat(alarms.waiting()).isEmpty();
        assertThat(alarms.shelved()).hasSize(1);
        seat.put(calling("a", Alarm.Kind.OVER, "03", START.plusSeconds(900)));
        assertThat(ids()).containsExactly("a");
        assertThat(alarms.count()).isEqualTo(2);
    }

    @Test
    void whatIsRedIsHeardEveryTwentySecondsUntilItIsAnswered() {
        start();
        heard.clear();
        seat.put(calling("a", Alarm.Kind.OVER, "03", START));
        heard.removeIf(s -> s.startsWith("ARRIVED"));
        assertThat(heard).containsExactly("OVER");
        seat.pass(Duration.ofSeconds(19));
        assertThat(heard).hasSize(1);
        seat.pass(Duration.ofSeconds(1));
        assertThat(heard).hasSize(2);
        seat.pass(Duration.ofSeconds(20));
        assertThat(heard).hasSize(3);
        alarms.answer(new CaseId("a"));
        seat.pass(Duration.ofSeconds(60));
        assertThat(heard).hasSize(3);
    }

    @Test
    void aYellowOneIsHeardOnceAndAnotherSeatsNotAtAll() {
        start();
        seat.put(calling("a", Alarm.Kind.SOON, "03", START), calling("b", Alarm.Kind.OVER, "04", START));
        seat.pass(Duration.ofSeconds(60));
        assertThat(heard).filteredOn(s -> !s.startsWith("ARRIVED")).containsExactly("SOON");
    }

    @Test
    void aQuietShiftStillHearsATopUrgentOne() {
        hall.remembered().change(p -> p.withChoice(hall.volumeChoice(), "0"));
        start();
        seat.put(calling("a", Alarm.Kind.OVER, "03", START));
        assertThat(heard).filteredOn(s -> s.startsWith("OVER")).containsExactly("OVER silent");
        heard.clear();
        seat.put(severe(calling("b", Alarm.Kind.NEW, "03", START), Severity.CRITICAL));
        assertThat(heard).contains("OVER");
    }

    @Test
    void withACutLinkThisConsolesOwnClockIsHeard() {
        rules(RULES);
        seat.put(Samples.waiting("a", "to-dispatch", START, Duration.ofMinutes(1)));
        alarms.start();
        seat.tables.facts(new Freshness(false, START));
        seat.pass(Duration.ofSeconds(61));
        assertThat(heard).contains("OVER");
        assertThat(alarms.count()).as("nobody raised it").isZero();
    }

    @Test
    void aPlatformWithoutAlarmsIsHeardAsBefore() {
        seat.put(Samples.waiting("a", "to-dispatch", START, Duration.ofMinutes(1)));
        alarms.start();
        assertThat(alarms.known()).isFalse();
        seat.put(Samples.waiting("b", "to-dispatch", START, Duration.ofHours(1)));
        assertThat(heard).containsExactly("ARRIVED");
        seat.pass(Duration.ofSeconds(61));
        assertThat(heard).containsExactly("ARRIVED", "OVER");
    }
}
