package org.yiping.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.ClockBasis;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StageCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.protocol.City;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// Rows and commands for tests.
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private Samples() {}

    /// A city with one layer, under a version of the catalogue.
    public static City city(String catalogue) {
        return city(catalogue, new Extent(104, 30, 105, 31));
    }

    public static City city(String catalogue, Extent extent) {
        return new City(
                "示范市",
                "990100",
                "Asia/Shanghai",
                true,
                "",
                "",
                extent,
                List.of(new Layer("roads", 5, 1, "", "WGS 84")),
                Map.of(),
                new City.Rules(catalogue, "1", List.of(), "1", List.of(), List.of()));
    }

    public static Case aCase(String id, String state) {
        return new Case(
                new CaseId(id),
                new Case.CaseHead(new CaseNumber("N" + id), "w1", List.of()),
                new Subject(new KindCode("event"), new ClassCode("E-0110"), null, Severity.ORDINARY, null, "路边有一堆袋装垃圾"),
                new Place(new Position(104.05, 30.63), "玉林街 12 号", new AreaCode("9901010010010")),
                new Report(new SourceCode("hotline"), NOON, null, null, null, true),
                new Progress(
                        new StateCode(state),
                        new DepartmentId("d1"),
                        null,
                        List.of(new CaseClock(
                                new StageCode("handle"),
                                NOON,
                                NOON.plusSeconds(2880),
                                NOON.plusSeconds(3600),
                                null,
                                new ClockBasis(null, null, "c1", "k1"))),
                        Milestones.NONE,
                        List.of()));
    }

    /// What the fake platform makes of a command: it writes the command's id among the flags, in order.
    static Case after(Command command, JsonNode before) {
        String id = Objects.requireNonNull(command.about()).value();
        Case row = before == null ? aCase(id, "to-dispatch") : Json.mapper().treeToValue(before, Case.class);
        Progress was = row.progress();
        List<String> flags = new ArrayList<>(was.flags());
        flags.add(command.head().id().value());
        return row.withProgress(
                new Progress(was.state(), was.department(), was.handler(), was.clocks(), was.milestones(), flags));
    }

    public static Command act(String commandId, String caseId) {
        return act(commandId, caseId, null);
    }

    public static Command act(String commandId, String caseId, Instant expiresAt) {
        return new Command.ActOnCase(
                new Command.Head(new CommandId(commandId), 0, expiresAt),
                new CaseId(caseId),
                new ActionCode("dispatch"),
                new Command.Fields("去看看", null, new DepartmentId("d1"), null, null, List.of()));
    }
}
