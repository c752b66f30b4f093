package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.OwnSeat;
import org.yiping.console.store.Selection;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.shift.Seat;
import org.yiping.fake.Await;
import org.yiping.fake.CutProxy;
import org.yiping.fake.Desk;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;

class InHandTest {
    private static final CaseId CASE = new CaseId("one");

    @TempDir
    Path folder;

    private static Selection at(Desk desk, OwnSeat own) {
        Selection selection = new Selection();
        desk.sync.tell(selection, own);
        selection.pick(new Selection.Picked.OfCase(CASE));
        return selection;
    }

    private static String owner(Desk desk) {
        return desk.stores.seats().owner(CASE).map(s -> s.id().value()).orElse("nobody");
    }

    private static Command take(String from) {
        return new Aside.TakeCase(
                new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null), CASE, new SeatId(from));
    }

    @Test
    void whoOpensFirstHasItTheOthersSeeItAndOneOfTwoTakeoversWins() {
        try (Town town = new Town(folder)) {
            town.platform.apply("acceptor", Wishes.call(CASE.value(), SmallCity.WEST));
            int port = town.platform.port();
            Desk first = town.seat("acceptor", "acceptor", port, "a1").start();
            Desk second = town.seat("west", "acceptor", port, "a2").start();
            Desk third = town.seat("acceptor", "acceptor", port, "a3").start();
            Await.until("links", () -> first.live() && second.live() && third.live());
            OwnSeat own = new OwnSeat();
            at(first, own);
            Await.until("the first has it", () -> owner(second).equals("a1"));
            at(second, new OwnSeat());
            at(third, new OwnSeat());
            Await.until("all look", () -> first.stores.seats().at(CASE).size() == 3);
            assertThat(owner(third)).isEqualTo("a1");
            own.set(Seat.BUSY);
            Await.until(
                    "the state is seen",
                    () -> second.stores
                            .seats()
                            .owner(CASE)
                            .filter(s -> s.state().equals(Seat.BUSY))
                            .isPresent());

            Command mine = take("a1");
            Command theirs = take("a1");
            second.outbox.submit(mine).join();
            third.outbox.submit(theirs).join();
            Await.until(
                    "one of them has it",
                    () -> !owner(first).equals("a1") && owner(first).equals(owner(second)));
            boolean won = owner(first).equals("a2");
            Desk loser = won ? third : second;
            CommandId lost = (won ? theirs : mine).head().id();
            Await.until(
                    "the other is told",
                    () -> loser.outbox
                            .deliveries()
                            .find(lost)
                            .filter(d -> d.state() instanceof Delivery.State.Rejected)
                            .isPresent());
            assertThat(loser.outbox
                            .deliveries()
                            .find(lost)
                            .flatMap(Delivery::refusal)
                            .orElseThrow()
                            .code())
                    .isEqualTo("CMD-4099");
            Await.until("the loser sees whose it is", () -> owner(loser).equals(won ? "a2" : "a3"));
        }
    }

    @Test
    void withoutALinkNobodyKnowsWhoseHandACaseIsIn() throws IOException {
        try (Town town = new Town(folder);
                CutProxy wire = new CutProxy(town.platform.port())) {
            town.platform.apply("acceptor", Wishes.call(CASE.value(), SmallCity.WEST));
            Desk first = town.seat("acceptor", "acceptor", town.platform.port(), "a1")
                    .start();
            Desk second = town.seat("west", "acceptor", wire.port(), "a2").start();
            Await.until("links", () -> first.live() && second.live());
            at(first, new OwnSeat());
            Await.until("the owner is seen", () -> owner(second).equals("a1"));
            wire.down(true);
            Await.until("not known any more", () -> !second.stores.seats().known());
            assertThat(owner(second)).isEqualTo("nobody");
            assertThat(second.stores.seats().table().find(new SeatId("a1")))
                    .as("what was last heard stands, as old")
                    .isPresent();
            wire.down(false);
            Await.until("known again", () -> owner(second).equals("a1"));
        }
    }
}
