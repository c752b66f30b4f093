package org.yiping.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.Json;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;

class MovesTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aCaseThatGoesToAnotherDepartmentTakesItsHistoryAlong() {
        try (Database database = Database.open(folder, null)) {
            Ledger ledger = new Ledger(database);
            ledger.write(b -> {
                b.put(Origin.PLATFORM, AT, subject("d1"));
                b.put(Origin.PLATFORM, AT, history("record", "r1", "d1"));
                b.put(Origin.PLATFORM, AT, history("review", "v1", "d1"));
            });
            Entry moved =
                    ledger.write(b -> b.put(Origin.PLATFORM, AT, subject("d2"))).getFirst();
            Moves moves = new Moves(new Rows(database));
            assertThat(told(moves.of(moved, terminal("d1")))).containsExactly("-c1", "-r1", "-v1");
            assertThat(told(moves.of(moved, terminal("d2")))).containsExactly("+c1", "+r1", "+v1");
            assertThat(told(moves.of(moved, terminal("d3")))).isEmpty();
            assertThat(told(moves.of(moved, sight("supervisor", null)))).containsExactly("+c1");
        }
    }

    private static List<String> told(List<Sight.Seen> changes) {
        return changes.stream()
                .map(c -> (c.content() == null ? "-" : "+") + c.id())
                .toList();
    }

    private static Sight terminal(String department) {
        return sight("department", department);
    }

    private static Sight sight(String post, String department) {
        PostCode code = new PostCode(post);
        Person person = new Person(
                new PersonId("p"),
                "某",
                List.of(code),
                List.of(),
                department == null ? null : new DepartmentId(department));
        Actor actor = new Actor(person.id(), code, new SeatId("s"));
        return new Sight(Access.shipped(), new Principal("s", actor, person), Set.of(), new Telling());
    }

    private static Change subject(String department) {
        Case c = Json.mapper().readValue("""
                        {"id":"c1","head":{"number":"E1","workflowVersion":"w","photos":[]},
                         "subject":{"kind":"event","classCode":"E-0110","severity":"ORDINARY","description":"x"},
                         "place":{"address":"a"},
                         "report":{"source":"hotline","reportedAt":"2026-11-22T09:00:00Z","simulated":true},
                         "progress":{"state":"to-handle","department":"%s","clocks":[],"milestones":{},"flags":[]}}
                        """.formatted(department), Case.class);
        return new Change(
                "case",
                "c1",
                Json.mapper().writeValueAsString(c),
                new Scope(null, department),
                new CaseFacts(c, Workflow.Ending.OPEN),
                null);
    }

    private static Change history(String kind, String id, String department) {
        return new Change(kind, id, "{}", new Scope(null, department), null, "c1");
    }
}
