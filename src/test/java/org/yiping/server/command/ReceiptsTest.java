package org.yiping.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.CaseRules;
import org.yiping.domain.casework.Receipt;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import org.yiping.server.access.Roster;
import org.yiping.server.data.Entry;
import org.yiping.server.gateway.Gateway;

/// The ladder of a dispatch: terminal, SMS, call list, with a gateway that does what the test says.
class ReceiptsTest {
    private static final Instant START = SmallHall.MORNING;

    @TempDir
    Path folder;

    private final Script gateway = new Script();
    private final List<Runnable> carried = new ArrayList<>();
    private Executor carriers = Runnable::run;
    private boolean online = true;
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
        hall = new SmallHall(folder, this::staff);
        dispatch("a", "d1");
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private List<SmallHall.Keeper> staff(SmallHall h, Rulebook book, CaseRules casework, Roster roster) {
        Receipts receipts = new Receipts(
                h.rows,
                book,
                new Receipts.Means(
                        new Receipts.Standing(h.city.ladder(), h.city.phones()),
                        (_, _) -> online,
                        gateway,
                        task -> carriers.execute(task)),
                h.clock);
        return List.of(new SmallHall.Keeper() {
            @Override
            public void follow(List<Entry> entries) {
                receipts.follow(entries);
            }

            @Override
            public void tick(CommandDesk desk) {
                receipts.tick(desk);
                receipts.tick(desk); // what the first has begun, the second looks after
            }
        });
    }

    private void dispatch(String id, String department) {
        hall.must("collector", Wishes.report(id, SmallCity.WEST));
        hall.must("acceptor", Wishes.act(id, "pass", 0, Map.of()));
        hall.must("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0110-01")));
        hall.must("dispatcher", Wishes.act(id, "dispatch", 0, Map.of("department", department)));
    }

    private Receipt receipt() {
        return hall.of("a").progress().receipt(new DepartmentId("d1")).orElseThrow();
    }

    /// The channels tried, as `channel status cause missed`.
    private List<String> tried() {
        return receipt().attempts().stream()
                .map(a -> a.channel() + " " + a.status() + (a.cause() == null ? "" : " " + a.cause())
                        + (a.missed() == null ? "" : " missed " + a.missed()))
                .toList();
    }

    @Test
    void aTerminalThatIsOnTheLineIsSentItAndSaysTheRestItself() {
        hall.tick();
        assertThat(tried()).containsExactly("terminal SENT");
        hall.clock.advance(Duration.ofSeconds(5));
        hall.must("depart1", Wishes.acknowledge("a", "delivered"));
        assertThat(tried()).containsExactly("terminal DELIVERED");
        hall.clock.advance(Duration.ofSeconds(60));
        hall.must("depart1", Wishes.acknowledge("a", "opened"));
        hall.clock.advance(Duration.ofSeconds(60));
        hall.must("depart1", Wishes.act("a", "assign", 0, Map.of("handler", "p-d1")));
        Receipt r = receipt();
        assertThat(r.attempts().getFirst().deliveredAt()).isEqualTo(START.plusSeconds(5));
        assertThat(r.openedAt()).isEqualTo(START.plusSeconds(65));
        assertThat(r.acceptedAt()).isEqualTo(START.plusSeconds(125));
        hall.later(Duration.ofHours(3));
        assertThat(tried()).as("nothing is climbed after it was accepted").containsExactly("terminal DELIVERED");
        assertThat(gateway.handed).isEmpty();
    }

    @Test
    void nothingIsCalledSentWhileNoTerminalIsOnTheLine() {
        online = false;
        hall.later(Duration.ofSeconds(30));
        assertThat(tried()).containsExactly("terminal QUEUED");
        hall.later(Duration.ofSeconds(31));
        assertThat(tried()).containsExactly("terminal QUEUED missed sent", "sms SENT");
        assertThat(hall.records("a").getLast().step().action().value()).isEqualTo("receipt-missed");
        assertThat(hall.records("a").getLast().given().kind()).isEqualTo("terminal-sent");
    }

    @Test
    void aMissClimbsToSmsAndThenToTheCallList() {
        hall.tick();
        hall.later(Duration.ofSeconds(61));
        assertThat(tried()).containsExactly("terminal SENT missed delivered", "sms SENT");
        Gateway.Message sms = gateway.handed.getFirst();
        assertThat(sms.phone()).isEqualTo("13900001111");
        assertThat(sms.text()).contains("小城", hall.of("a").head().number().value(), "一号路");
        gateway.ask = new Gateway.Outcome.Delivered();
        hall.later(Duration.ofSeconds(5));
        assertThat(tried().getLast()).isEqualTo("sms DELIVERED");
        hall.later(Duration.ofMinutes(10));
        assertThat(tried()).endsWith("sms DELIVERED missed accepted", "call QUEUED");
        hall.must("dispatcher", Wishes.called("a", "d1", false));
        assertThat(tried().getLast()).isEqualTo("call QUEUED not-reached");
        hall.must("dispatcher", Wishes.called("a", "d1", true));
        assertThat(tried().getLast()).isEqualTo("call DELIVERED");
        assertThat(hall.story("a")).endsWith("p-dis call-missed", "p-dis call-reached");
        hall.later(Duration.ofHours(1));
        assertThat(tried().getLast())
                .as("the last channel's gap stays shown")
                .isEqualTo("call DELIVERED missed accepted");
    }

    @Test
    void aGatewayNobodyHearsFromLeavesTheMessageQueuedUnderOneIdAndClimbsInTime() {
        gateway.hand = new Gateway.Outcome.Unclear("timeout");
        hall.tick();
        hall.later(Duration.ofSeconds(61));
        assertThat(tried().getLast()).isEqualTo("sms QUEUED timeout");
        hall.later(Duration.ofSeconds(5));
        hall.later(Duration.ofSeconds(5));
        assertThat(gateway.handed).hasSize(3);
        assertThat(gateway.handed.stream().map(Gateway.Message::id).distinct()).hasSize(1);
        hall.restart(Duration.ofSeconds(10));
        assertThat(gateway.handed.stream().map(Gateway.Message::id).distinct())
                .as("also after a restart")
                .hasSize(1);
        hall.later(Duration.ofSeconds(60));
        assertThat(tried()).endsWith("sms QUEUED timeout missed sent", "call QUEUED");
    }

    @Test
    void aGatewayThatSaysNoIsPassedByAtOnceWithItsCause() {
        gateway.hand = new Gateway.Outcome.Failed("blocked-number");
        hall.tick();
        hall.later(Duration.ofSeconds(61));
        hall.tick();
        assertThat(tried()).endsWith("sms FAILED blocked-number missed sent", "call QUEUED");
    }

    @Test
    void withoutAGatewayOrANumberTheCaseSaysSo() {
        gateway.unserved = "no-gateway";
        dispatch("b", "d2");
        hall.tick();
        hall.later(Duration.ofSeconds(61));
        hall.tick();
        assertThat(tried()).endsWith("sms FAILED no-gateway missed sent", "call QUEUED");
        gateway.unserved = "";
        dispatch("c", "d2");
        hall.tick();
        hall.later(Duration.ofSeconds(61));
        hall.tick();
        assertThat(hall.of("c")
                        .progress()
                        .receipt(new DepartmentId("d2"))
                        .orElseThrow()
                        .attempts()
                        .get(1)
                        .cause())
                .isEqualTo("no-phone");
        assertThat(gateway.handed).isEmpty();
    }

    @Test
    void aMessageStillOnItsWayIsNotCarriedTwice() {
        carriers = carried::add;
        hall.tick();
        hall.later(Duration.ofSeconds(61));
        hall.later(Duration.ofSeconds(6));
        hall.later(Duration.ofSeconds(6));
        assertThat(carried).hasSize(1);
        carried.removeFirst().run();
        assertThat(tried().getLast()).isEqualTo("sms SENT");
    }

    @Test
    void acknowledgementsAreTheDepartmentsOwnAndCountOnce() {
        hall.tick();
        assertThat(hall.refused("depart2", Wishes.acknowledge("a", "delivered")))
                .isEqualTo("404 no-case");
        assertThat(hall.refused("depart1", Wishes.acknowledge("a", "read"))).isEqualTo("422 unknown-kind");
        hall.must("depart1", Wishes.acknowledge("a", "opened"));
        long revision = hall.row("a").revision();
        hall.must("depart1", Wishes.acknowledge("a", "opened"));
        hall.must("depart1", Wishes.acknowledge("a", "delivered"));
        assertThat(hall.row("a").revision()).isEqualTo(revision);
        assertThat(tried()).as("what was opened was delivered").containsExactly("terminal DELIVERED");
        assertThat(hall.refused("dispatcher", Wishes.called("a", "d1", true)))
                .as("nobody was asked to call")
                .isEqualTo("409 no-receipt");
    }

    @Test
    void receiptsOutdateNobodysCommand() {
        long seen = hall.row("a").revision();
        hall.tick();
        hall.must("depart1", Wishes.acknowledge("a", "opened"));
        hall.must("depart1", Wishes.act("a", "assign", seen, Map.of("handler", "p-d1")));
    }

    @Test
    void aServerThatWasAwayCatchesUp() {
        hall.tick();
        hall.restart(Duration.ofMinutes(2));
        hall.tick();
        assertThat(tried()).containsExactly("terminal SENT missed delivered", "sms SENT");
    }

    @Test
    void reworkTellsTheDepartmentAgain() {
        hall.must("depart1", Wishes.act("a", "request-return", 0, Map.of("reason", "不归我们")));
        assertThat(receipt().acceptedAt()).as("they answered").isEqualTo(START);
        hall.must("dispatcher", Wishes.act("a", "return-approve", 0, Map.of("reason", "错派", "kind", "wrong-dispatch")));
        hall.clock.advance(Duration.ofMinutes(1));
        hall.must("dispatcher", Wishes.act("a", "dispatch", 0, Map.of("department", "d1")));
        hall.tick();
        assertThat(receipt().dispatchedAt()).isEqualTo(START.plusSeconds(60));
        assertThat(tried()).containsExactly("terminal SENT");
    }

    @Test
    void aNumberIsInNoWordsOfAMessage() {
        hall.tick();
        hall.later(Duration.ofSeconds(61));
        assertThat(gateway.handed.getFirst().toString()).doesNotContain("1390000");
    }
}
