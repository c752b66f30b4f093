package org.yiping.server.command;

// long because an alarm's whole life is walked through

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.casework.CaseRules;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import org.yiping.server.access.Roster;
import org.yiping.server.data.Entry;
import org.yiping.server.gateway.Gateway;

/// Alarms over a real storage: raised, offered from seat to seat, answered, put aside, and told to telephones by a
/// gateway that does what the test says.
class AlarmsTest {
    private static final Instant START = SmallHall.MORNING;
    private static final AlarmRules RULES = new AlarmRules(
            "a-1",
            new AlarmRules.Flood(Duration.ofMinutes(10), 10),
            List.of(new PostCode("acceptor"), new PostCode("dispatcher"), new PostCode("duty-leader")),
            List.of(
                    new AlarmRules.Trigger(Alarm.Kind.NEW, List.of(Severity.CRITICAL)),
                    new AlarmRules.Trigger(Alarm.Kind.SOON, List.of(Severity.CRITICAL, Severity.URGENT)),
                    new AlarmRules.Trigger(
                            Alarm.Kind.OVER, List.of(Severity.CRITICAL, Severity.URGENT, Severity.ORDINARY))),
            List.of(
                    new AlarmRules.Rung("seat", null, null, Duration.ofMinutes(2)),
                    new AlarmRules.Rung("next-seat", null, null, Duration.ofMinutes(1)),
                    new AlarmRules.Rung("leader", new PostCode("duty-leader"), null, Duration.ofMinutes(3)),
                    new AlarmRules.Rung("phone", null, "sms", Duration.ofMinutes(5))),
            Duration.ofMinutes(30));

    @TempDir
    Path folder;

    private final Script gateway = new Script();
    private final List<String> seats = new ArrayList<>(List.of("acceptor 01", "acceptor 02", "duty-leader L1"));
    private SmallHall hall;

    /// Answers what it is told to, and keeps what it was handed.
    private static final class Script implements Gateway {
        final List<Message> handed = new ArrayList<>();
        Outcome hand = new Outcome.Sent();
        Outcome ask = new Outcome.Sent();
        String unserved = "";

        @Override
        public Outcome hand(Message message) {
            handed.add(message);
            return hand;
        }

        @Override
        public Outcome ask(String id) {
            return ask;
        }

        @Override
        public String unserved(String channel) {
            return unserved;
        }
    }

    @BeforeEach
    void open() {
        hall = new SmallHall(folder, RULES, this::staff);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private List<SmallHall.Keeper> staff(SmallHall h, Rulebook book, CaseRules casework, Roster roster) {
        Alarms alarms = new Alarms(
                new Alarms.Ground(h.rows, h.journal),
                book,
                new Alarms.Means(
                        (post, _) -> seats.stream()
                                .filter(s -> s.startsWith(post.value() + " "))
                                .map(s -> new SeatId(s.substring(post.value().length() + 1)))
                                .toList(),
                        List.of("13900000001", "13900000002"),
                        gateway,
                        Runnable::run),
                h.clock);
        return List.of(new SmallHall.Keeper() {
            @Override
            public void follow(List<Entry> entries) {
                alarms.follow(entries);
            }

            @Override
            public void tick(CommandDesk desk) {
                alarms.tick(desk);
                alarms.tick(desk); // what the first has begun, the second looks after
            }
        });
    }

    private void report(String id, String severity) {
        hall.must("collector", Wishes.urgent(Wishes.report(id, SmallCity.WEST), severity));
    }

    private void call(String id) {
        report(id, "CRITICAL");
        hall.tick();
    }

    private Alarm alarm(String id) {
        Alarm alarm = hall.of(id).progress().alarm();
        assertThat(alarm).as("alarm of " + id).isNotNull();
        return alarm;
    }

    /// The offers, as `to seat`.
    private List<String> offers(String id) {
        return alarm(id).offers().stream()
                .map(o -> o.to() + " " + (o.seat() == null ? "-" : o.seat().value()))
                .toList();
    }

    private String word(String id) {
        Alarm.Word w = alarm(id).offers().getLast().word();
        return w.place() + " " + w.status() + (w.cause() == null ? "" : " " + w.cause());
    }

    @Test
    void onlyWhatTheCityCallsAnAlarmIsOne() {
        report("ordinary", "ORDINARY");
        report("urgent", "URGENT");
        report("critical", "CRITICAL");
        hall.tick();
        assertThat(hall.of("ordinary").progress().alarm()).isNull();
        assertThat(hall.of("urgent").progress().alarm()).isNull();
        assertThat(alarm("critical").kind()).isEqualTo(Alarm.Kind.NEW);
        assertThat(alarm("critical").post()).isEqualTo(new PostCode("acceptor"));
        assertThat(alarm("critical").rules()).isEqualTo("a-1");
        assertThat(alarm("critical").raisedAt()).isEqualTo(START);
        assertThat(hall.story("critical"))
                .as("that it was raised is journalled, and is no step of the case")
                .containsExactly("p-col report");
    }

    @Test
    void itEscalatesWithItsLight() {
        report("a", "URGENT");
        hall.tick();
        Instant yellow = hall.of("a").runningClock().orElseThrow().yellowAt();
        Instant due = hall.of("a").runningClock().orElseThrow().dueAt();
        hall.later(Duration.between(START, yellow).minusSeconds(1));
        assertThat(hall.of("a").progress().alarm()).isNull();
        hall.later(Duration.ofSeconds(1));
        assertThat(alarm("a").kind()).isEqualTo(Alarm.Kind.SOON);
        hall.must("acceptor", Wishes.answerAlarm("a"));
        hall.later(Duration.between(yellow, due).plusSeconds(1));
        assertThat(alarm("a").kind()).isEqualTo(Alarm.Kind.OVER);
        assertThat(alarm("a").waiting()).as("what was answered was less").isTrue();
    }

    @Test
    void eachGoesToTheSeatWithTheLeastToBear() {
        for (int i = 0; i < 12; i++) {
            call("c" + i);
        }
        Map<String, Long> borne = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> offers("c" + i).getFirst())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(borne).isEqualTo(Map.of("seat 01", 6L, "seat 02", 6L));
    }

    @Test
    void inAFloodASeatThatComesIsOfferedTheRest() {
        seats.remove("acceptor 02");
        for (int i = 0; i < 11; i++) {
            call("c" + i);
        }
        seats.add("acceptor 02");
        call("late");
        assertThat(offers("c10")).containsExactly("seat 01");
        assertThat(offers("late")).containsExactly("seat 02");
    }

    @Test
    void whatNobodyAnswersGoesOnEachByItsLimit() {
        call("a");
        hall.later(Duration.ofSeconds(119));
        assertThat(offers("a")).containsExactly("seat 01");
        hall.later(Duration.ofSeconds(1));
        assertThat(offers("a")).containsExactly("seat 01", "next-seat 02");
        hall.later(Duration.ofMinutes(1));
        assertThat(offers("a")).containsExactly("seat 01", "next-seat 02", "leader L1");
        assertThat(gateway.handed).isEmpty();
        hall.later(Duration.ofMinutes(3));
        assertThat(gateway.handed).singleElement().satisfies(m -> {
            assertThat(m.phone()).isEqualTo("13900000001");
            assertThat(m.text()).contains(hall.of("a").head().number().value()).doesNotContain("13812341234");
            assertThat(m.toString()).doesNotContain("13900000001");
        });
        assertThat(word("a")).isEqualTo("1 SENT");
        hall.later(Duration.ofMinutes(5));
        assertThat(word("a")).isEqualTo("2 SENT");
        hall.later(Duration.ofHours(1));
        assertThat(alarm("a").kind()).isEqualTo(Alarm.Kind.OVER);
        assertThat(alarm("a").offers())
                .as("who was asked stays asked, and there is nobody else")
                .hasSize(5);
        assertThat(alarm("a").waiting()).isTrue();
        assertThat(alarm("a").age(hall.clock.instant())).isGreaterThan(Duration.ofHours(1));
        assertThat(hall.story("a"))
                .startsWith(
                        "p-col report",
                        "platform alarm-next-seat",
                        "platform alarm-leader",
                        "platform alarm-phone",
                        "platform alarm-phone");
        assertThat(hall.records("a").get(1).at()).isEqualTo(START.plusSeconds(120));
        assertThat(hall.records("a").get(1).note()).isEqualTo("02");
    }

    @Test
    void whereNobodySitsTheNextIsAskedAtOnce() {
        seats.clear();
        call("a");
        assertThat(offers("a")).as("whoever comes is asked").containsExactly("seat -");
        hall.later(Duration.ofMinutes(2));
        hall.tick();
        assertThat(offers("a")).containsExactly("seat -", "next-seat -", "leader -", "phone -");
        assertThat(hall.records("a").get(1).given().kind()).isEqualTo("no-seat");
    }

    @Test
    void anAnswerStopsItAndAStepEndsIt() {
        call("a");
        hall.must("acceptor", Wishes.answerAlarm("a"));
        hall.must("acceptor", Wishes.answerAlarm("a"));
        assertThat(alarm("a").answered().by().person().value()).isEqualTo("p-acc");
        hall.later(Duration.ofMinutes(5));
        assertThat(offers("a")).containsExactly("seat 01");
        hall.must("acceptor", Wishes.act("a", "pass", 0, Map.of()));
        hall.tick();
        assertThat(alarm("a").post()).as("now it calls for the next post").isEqualTo(new PostCode("duty-leader"));
        assertThat(alarm("a").waiting()).isTrue();
        hall.must("leader", Wishes.act("a", "file", 0, Map.of("criterion", "E-0110-01")));
        hall.tick();
        hall.must("dispatcher", Wishes.act("a", "dispatch", 0, Map.of("department", "d1")));
        hall.tick();
        assertThat(hall.of("a").progress().alarm())
                .as("departments have receipts")
                .isNull();
    }

    @Test
    void noCommandIsOutdatedByAnAlarm() {
        report("a", "CRITICAL");
        long seen = hall.row("a").revision();
        hall.tick();
        alarm("a");
        hall.must("acceptor", Wishes.act("a", "pass", seen, Map.of()));
    }

    @Test
    void aStandInMayAnswerAndAStrangerMayNot() {
        call("a");
        assertThat(hall.refused("collector", Wishes.answerAlarm("a"))).startsWith("403 ");
        hall.must("leader", Wishes.answerAlarm("a"));
    }

    @Test
    void putAsideItComesBackUnansweredByItself() {
        call("a");
        assertThat(hall.refused("acceptor", Wishes.shelveAlarm("a", 10, " "))).isEqualTo("422 missing");
        assertThat(hall.refused("acceptor", Wishes.shelveAlarm("a", 31, "同一处"))).isEqualTo("422 range");
        assertThat(hall.refused("acceptor", Wishes.shelveAlarm("a", 0, "同一处"))).isEqualTo("422 range");
        hall.must("acceptor", Wishes.shelveAlarm("a", 5, "同一处已派"));
        assertThat(hall.refused("acceptor", Wishes.shelveAlarm("a", 5, "同一处"))).isEqualTo("409 no-alarm");
        hall.later(Duration.ofSeconds(299));
        assertThat(alarm("a").waiting()).isFalse();
        assertThat(offers("a")).as("nobody else is troubled").hasSize(1);
        hall.later(Duration.ofSeconds(1));
        assertThat(alarm("a").waiting()).isTrue();
        assertThat(alarm("a").answered()).isNull();
        assertThat(alarm("a").raisedAt()).isEqualTo(START.plusSeconds(300));
        assertThat(hall.story("a")).endsWith("p-acc alarm-shelved", "platform alarm-back");
        assertThat(hall.records("a").getLast().note()).isEqualTo("同一处已派");
        hall.later(Duration.ofMinutes(2));
        assertThat(offers("a")).hasSize(2);
    }

    @Test
    void whatGetsWorseComesBackFromTheShelfBeforeItsTime() {
        call("a");
        Instant yellow = hall.of("a").runningClock().orElseThrow().yellowAt();
        hall.later(Duration.between(START, yellow).minusSeconds(30));
        hall.must("acceptor", Wishes.shelveAlarm("a", 30, "等现场"));
        hall.later(Duration.ofSeconds(31));
        assertThat(alarm("a").kind()).isEqualTo(Alarm.Kind.SOON);
        assertThat(alarm("a").waiting()).isTrue();
    }

    @Test
    void aServerThatWasAwayCatchesUpAndDoublesNothing() {
        call("a");
        hall.restart(Duration.ofMinutes(2));
        hall.restart(Duration.ZERO);
        assertThat(offers("a")).containsExactly("seat 01", "next-seat 02");
        hall.restart(Duration.ofMinutes(4));
        hall.tick();
        hall.restart(Duration.ofMinutes(1));
        assertThat(hall.story("a").stream().filter(s -> s.endsWith("alarm-next-seat")))
                .hasSize(1);
        assertThat(hall.story("a").stream().filter(s -> s.endsWith("alarm-leader")))
                .hasSize(1);
        hall.restart(Duration.ofMinutes(3));
        assertThat(gateway.handed).hasSize(1);
        hall.restart(Duration.ZERO);
        hall.restart(Duration.ZERO);
        assertThat(gateway.handed)
                .as("what was sent is asked after, not sent again")
                .hasSize(1);
    }

    @Test
    void aShelfThatEndedWhileTheServerWasAwayIsEmptied() {
        call("a");
        hall.must("acceptor", Wishes.shelveAlarm("a", 10, "同一处已派"));
        hall.restart(Duration.ofMinutes(11));
        assertThat(alarm("a").waiting()).isTrue();
        assertThat(hall.story("a").stream().filter(s -> s.endsWith("alarm-back")))
                .hasSize(1);
    }

    @Test
    void whatCameInTheLastMomentBeforeTheEndIsRaisedAfterIt() {
        report("a", "CRITICAL");
        hall.restart(Duration.ofMinutes(1));
        assertThat(alarm("a").raisedAt()).isEqualTo(START.plusSeconds(60));
        hall.restart(Duration.ZERO);
        assertThat(alarm("a").raisedAt()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void whatTurnedWhileTheServerWasAwayIsRaised() {
        report("a", "ORDINARY");
        hall.tick();
        hall.restart(Duration.ofHours(1));
        assertThat(alarm("a").kind()).isEqualTo(Alarm.Kind.OVER);
    }

    @Test
    void nothingIsCalledSentThatIsNot() {
        gateway.unserved = "no-gateway";
        seats.clear();
        call("a");
        hall.later(Duration.ofMinutes(2));
        for (int i = 0; i < 4; i++) {
            hall.later(Duration.ofSeconds(6));
        }
        assertThat(alarm("a").offers().stream()
                        .filter(o -> o.word() != null)
                        .map(o -> o.word().status() + " " + o.word().cause()))
                .as("a telephone that cannot be reached is not waited for")
                .containsExactly("FAILED no-gateway", "FAILED no-gateway");
        assertThat(gateway.handed).isEmpty();
    }

    @Test
    void aMessageWhoseFateIsUnknownIsHandedOverAgainUnderItsOwnName() {
        gateway.hand = new Gateway.Outcome.Unclear("timeout");
        seats.clear();
        call("a");
        hall.later(Duration.ofMinutes(2));
        hall.tick();
        assertThat(word("a")).isEqualTo("1 QUEUED timeout");
        hall.restart(Duration.ofSeconds(10));
        gateway.hand = new Gateway.Outcome.Sent();
        hall.later(Duration.ofSeconds(10));
        assertThat(word("a")).isEqualTo("1 SENT");
        assertThat(gateway.handed.stream().map(Gateway.Message::id).distinct()).hasSize(1);
        gateway.ask = new Gateway.Outcome.Delivered();
        hall.later(Duration.ofSeconds(10));
        assertThat(word("a")).isEqualTo("1 DELIVERED");
        assertThat(alarm("a").waiting()).as("delivered is not answered").isTrue();
    }
}
