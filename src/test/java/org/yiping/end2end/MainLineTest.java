package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.command.Command;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.server.Photos;
import org.yiping.server.SmallCity;

/// One case from report to closing, each step from the outbox of the post it belongs to.
class MainLineTest {
    private static final String CASE = "main-line";

    @TempDir
    Path folder;

    private final List<String> sent = new ArrayList<>();

    @Test
    void aCaseGoesFromReportToClosingThroughTheOutboxesAndIsSeenOnTheWayAtASecondConsole() {
        try (Town town = new Town(folder)) {
            int port = town.platform.port();
            Desk watcher = town.seat("supervisor", "supervisor", port);
            Desk collector = town.seat("collector", "collector", port);
            Desk acceptor = town.seat("acceptor", "acceptor", port);
            Desk leader = town.seat("leader", "duty-leader", port);
            Desk dispatcher = town.seat("dispatcher", "dispatcher", port);
            Desk department = town.seat("depart1", "department", port);

            step(collector, watcher, Wishes.report(collector, CASE, SmallCity.WEST), "to-accept");
            act(acceptor, watcher, "send-verify", Wishes.handler("p-col"), "verifying");
            act(collector, watcher, "verify-exists", Wishes.reason("属实"), "to-accept");
            act(acceptor, watcher, "pass", Command.Fields.NONE, "to-file");
            act(leader, watcher, "file", Wishes.criterion("E-0110-01"), "to-dispatch");
            act(dispatcher, watcher, "dispatch", Wishes.department("d1"), "to-handle");
            act(department, watcher, "assign", Wishes.handler("p-d1"), "handling");
            String photo =
                    department.outbox.attach(Photos.jpeg(7), "image/jpeg").join();
            act(department, watcher, "finish", Wishes.photos(photo), "to-check");
            act(acceptor, watcher, "send-check", Wishes.handler("p-col"), "checking");
            act(collector, watcher, "check-pass", Command.Fields.NONE, "to-close");
            act(leader, watcher, "close", Wishes.closing("已清理"), "closed");

            List<Desk> seats = List.of(collector, acceptor, leader, dispatcher, department);
            seats.forEach(Desk::awaitSettled);
            watcher.sync.lookup().open(new CaseId(CASE));
            Await.until("the whole record", () -> records(watcher).size() == sent.size());
            assertThat(records(watcher).stream().map(r -> r.step().action().value()))
                    .containsExactlyInAnyOrder(
                            "report",
                            "send-verify",
                            "verify-exists",
                            "pass",
                            "file",
                            "dispatch",
                            "assign",
                            "finish",
                            "send-check",
                            "check-pass",
                            "close");
            assertThat(watcher.stores
                            .cases()
                            .find(new CaseId(CASE))
                            .orElseThrow()
                            .head()
                            .photos())
                    .hasSize(1);
            assertThat(town.applied()).containsExactlyElementsOf(sent);
        }
    }

    private void act(Desk actor, Desk watcher, String action, Command.Fields fields, String then) {
        Await.until(
                "the seat has seen what the watcher saw", () -> actor.tables.revision() >= watcher.tables.revision());
        step(actor, watcher, Wishes.act(actor, CASE, action, fields), then);
    }

    private void step(Desk actor, Desk watcher, Command command, String then) {
        sent.add(command.head().id().value());
        actor.outbox.submit(command).join();
        Town.awaitState(watcher, CASE, then);
    }

    private static List<FlowRecord> records(Desk desk) {
        return desk.stores.records().find(new CaseId(CASE)).orElse(List.of());
    }
}
