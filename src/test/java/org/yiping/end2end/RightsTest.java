package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.outbox.Delivery;
import org.yiping.domain.command.Command;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.protocol.Json;
import org.yiping.server.SmallCity;

/// Who sees what while connected, and two seats that want the same.
class RightsTest {
    @TempDir
    Path folder;

    @Test
    void whatLeavesAPersonsRightsLeavesStoreAndCacheAndComesBackWithThem() {
        try (Town town = new Town(folder)) {
            int port = town.platform.port();
            Desk collector = town.seat("collector", "collector", port);
            Desk supervisor = town.seat("supervisor", "supervisor", port);
            collector
                    .outbox
                    .submit(Wishes.report(collector, "west", SmallCity.WEST))
                    .join();
            collector
                    .outbox
                    .submit(Wishes.report(collector, "east", SmallCity.EAST))
                    .join();
            Await.until("both", () -> Town.cases(supervisor).equals(Set.of("west", "east")));

            areas(town, "990101");
            Await.until("one gone", () -> Town.cases(supervisor).equals(Set.of("west")));

            areas(town, "990101", "990102");
            Await.until("both again", () -> Town.cases(supervisor).equals(Set.of("west", "east")));

            areas(town, "990102");
            Await.until("the other gone", () -> Town.cases(supervisor).equals(Set.of("east")));
            town.leave(supervisor);
            assertThat(Town.cases(
                            town.seat("supervisor", "supervisor", port, "s1").offline()))
                    .as("what the cache still has")
                    .containsExactly("east");
        }
    }

    @Test
    void whoCameSecondLearnsWhoWasFirstAndWithWhat() {
        try (Town town = new Town(folder)) {
            int port = town.platform.port();
            Desk collector = town.seat("collector", "collector", port);
            Desk first = town.seat("acceptor", "acceptor", port);
            Desk second = town.seat("west", "acceptor", port);
            awaitLinks(first, second);
            collector
                    .outbox
                    .submit(Wishes.report(collector, "one", SmallCity.WEST))
                    .join();
            Town.awaitState(first, "one", "to-accept");
            Town.awaitState(second, "one", "to-accept");

            Command late = Wishes.act(second, "one", "reject", Wishes.reason("不属受理范围"));
            first.outbox
                    .submit(Wishes.act(first, "one", "pass", Command.Fields.NONE))
                    .join();
            Town.awaitState(second, "one", "to-file");
            second.outbox.submit(late).join();
            Await.until("refused", () -> refusal(second, late) != null);
            assertThat(refusal(second, late)).isNotNull().satisfies(r -> {
                assertThat(r.status()).isEqualTo(409);
                assertThat(r.current()).isNotNull();
                assertThat(r.last()).isNotNull().satisfies(done -> {
                    assertThat(done.actor().person().value()).isEqualTo("p-acc");
                    assertThat(done.step().action().value()).isEqualTo("pass");
                });
            });
        }
    }

    /// A snapshot may hold rows newer than the revision it names: a wish made before the stream has brought that one
    /// would be refused as of the past.
    private static void awaitLinks(Desk first, Desk second) {
        Await.until("links", () -> first.live() && second.live());
    }

    private static Delivery.@Nullable Refusal refusal(Desk desk, Command command) {
        return desk.outbox
                .deliveries()
                .find(command.head().id())
                .flatMap(Delivery::refusal)
                .orElse(null);
    }

    @Test
    void theSameUserAtTwoSeatsSeesBothAndOnlyOneOfTwoLikeWishesIsCarriedOut() {
        try (Town town = new Town(folder)) {
            int port = town.platform.port();
            Desk collector = town.seat("collector", "collector", port);
            Desk first = town.seat("acceptor", "acceptor", port, "s1").start();
            Desk second = town.seat("acceptor", "acceptor", port, "s2").start();
            awaitLinks(first, second);
            collector
                    .outbox
                    .submit(Wishes.report(collector, "one", SmallCity.WEST))
                    .join();
            Town.awaitState(first, "one", "to-accept");
            Town.awaitState(second, "one", "to-accept");

            Command here = Wishes.act(first, "one", "pass", Command.Fields.NONE);
            Command there = Wishes.act(second, "one", "reject", Wishes.reason("不属受理范围"));
            var kept = List.of(first.outbox.submit(here), second.outbox.submit(there));
            kept.forEach(f -> f.join());

            Await.until("one refusal and nothing waiting", () -> {
                long refused = List.of(first, second).stream()
                        .flatMap(d -> d.outbox.deliveries().rows().values())
                        .filter(d -> d.state() instanceof Delivery.State.Rejected)
                        .count();
                long waiting = List.of(first, second).stream()
                        .flatMap(d -> d.outbox.deliveries().rows().values())
                        .filter(Delivery::pending)
                        .count();
                return refused == 1 && waiting == 0;
            });
            // it may be the other one's wish, which comes to this seat by the stream only
            Await.until("a state after it", () -> Set.of("to-file", "rejected").contains(state(first)));
            String then = state(first);
            Town.awaitState(second, "one", then);
            Await.until("both seats still connected", () -> first.live() && second.live());
            assertThat(town.applied()).hasSize(2);
        }
    }

    private static String state(Desk desk) {
        return desk.stores
                .cases()
                .rows()
                .values()
                .findFirst()
                .orElseThrow()
                .progress()
                .state()
                .value();
    }

    private static void areas(Town town, String... areas) {
        var answer = town.platform.send(town.platform
                .request("/api/v1/people/p-sup", "boss")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper()
                        .writeValueAsString(Map.of(
                                "id",
                                "p-sup",
                                "name",
                                "吴督",
                                "posts",
                                List.of("supervisor"),
                                "areas",
                                List.of(areas))))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
