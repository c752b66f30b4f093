package org.yiping.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class CommandCodecTest {
    private final JsonMapper json = Json.mapper();
    private final Command.Head head = new Command.Head(new CommandId("k-1"), 17, Instant.parse("2026-11-22T10:00:00Z"));

    @Test
    void everyCommandSurvivesTheWire() {
        Subject subject = new Subject(
                new KindCode("event"),
                new ClassCode("E-0110"),
                new CriterionId("E-0110-01"),
                Severity.URGENT,
                null,
                "袋装垃圾");
        Place place = new Place(new Position(104.05, 30.63), "玉林街", new AreaCode("51010701"));
        List<Command> commands = List.of(
                new Command.ReportCase(
                        head,
                        new CaseId("c1"),
                        new ActionCode("report"),
                        new Command.Intake(
                                subject, place, new SourceCode("hotline"), new Caller("张", "1380", true, false), true),
                        List.of("ab")),
                new Command.ActOnCase(
                        head,
                        new CaseId("c1"),
                        new ActionCode("dispatch"),
                        new Command.Fields("r", null, new DepartmentId("d1"), null, null, List.of())),
                new Command.ReviewCase(head, new CaseId("c1"), "sound", "好"));
        for (Command command : commands) {
            String wire = json.writeValueAsString(CommandCodec.encode(command));
            CommandRequest back = json.readValue(wire, CommandRequest.class);
            assertThat(CommandCodec.decode(command.head().id(), back)).isEqualTo(command);
        }
    }

    @Test
    void photosMayBeLeftOut() {
        CommandRequest request = json.readValue("""
                {"type": "actOnCase", "target": "c1", "payload": {"action": "pass", "fields": {}}}""", CommandRequest.class);
        assertThat(CommandCodec.decode(head.id(), request))
                .isEqualTo(new Command.ActOnCase(
                        new Command.Head(head.id(), 0, null),
                        new CaseId("c1"),
                        new ActionCode("pass"),
                        Command.Fields.NONE));
    }

    @Test
    void anIdIsAPlainStringOnTheWire() {
        assertThat(json.writeValueAsString(new CaseId("x"))).isEqualTo("\"x\"");
    }

    @Test
    void nestingBeyondTheLimitIsRefused() {
        String deep = "[".repeat(200) + "]".repeat(200);
        assertThatThrownBy(() -> json.readTree(deep)).isInstanceOf(JacksonException.class);
    }

    @Test
    void framesKeepTheirType() {
        Push frame = new Push.Heartbeat(Instant.parse("2026-11-22T10:00:00Z"), 9);
        String wire = json.writeValueAsString(frame);
        assertThat(wire).contains("\"type\":\"heartbeat\"");
        assertThat(json.readValue(wire, Push.class)).isEqualTo(frame);
    }
}
