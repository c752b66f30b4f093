package org.yiping.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.protocol.City;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// Cases all over a city and the commands that bring them in and move them down the main line: registered, passed on,
/// filed, dispatched, pressed. By seed; immutable; any thread.
final class CaseLoad {
    /// What a desk does with a case, with the post that may.
    enum Step {
        REGISTER("register", "acceptor"),
        PASS("pass", "acceptor"),
        FILE("file", "duty-leader"),
        DISPATCH("dispatch", "dispatcher"),
        /// Changes a case as often as one likes.
        SUPERVISE("supervise", "duty-leader");

        final String action;
        final String post;

        Step(String action, String post) {
            this.action = action;
            this.post = post;
        }
    }

    private final Extent extent;
    private final List<CaseClass> classes;
    private final List<DepartmentId> departments;
    private final long seed;

    private CaseLoad(Extent extent, List<CaseClass> classes, List<DepartmentId> departments, long seed) {
        this.extent = extent;
        this.classes = classes;
        this.departments = departments;
        this.seed = seed;
    }

    /// What a platform's city offers.
    static CaseLoad of(Platform platform, long seed) throws Exception {
        City city = Json.mapper().treeToValue(platform.get("/city"), City.class);
        List<DepartmentId> departments = new ArrayList<>();
        for (JsonNode department : platform.get("/departments?limit=1000").path("items")) {
            departments.add(new DepartmentId(department.path("id").asString()));
        }
        List<CaseClass> filable = city.rules().classes().stream()
                .filter(c -> !c.criteria().isEmpty())
                .toList();
        return new CaseLoad(city.extent(), filable, departments, seed);
    }

    Command command(Step step, int number) {
        return command(step, number, 0);
    }

    /// `turn` tells apart what is done to one case several times.
    Command command(Step step, int number, int turn) {
        Command.Head head = new Command.Head(
                new CommandId("bench-" + seed + "-" + step.action + "-" + number + (turn == 0 ? "" : "-" + turn)),
                0,
                null);
        CaseId id = new CaseId("bench-" + seed + "-" + number);
        Random random = new Random(seed + number);
        CaseClass what = classes.get(random.nextInt(classes.size()));
        return switch (step) {
            case REGISTER ->
                new Command.ReportCase(head, id, new ActionCode("register"), intake(what, random), List.of());
            case PASS -> act(head, id, step, null, null);
            case FILE -> act(head, id, step, what.criteria().getFirst().id(), null);
            case DISPATCH -> act(head, id, step, null, departments.get(number % departments.size()));
            case SUPERVISE ->
                new Command.ActOnCase(
                        head,
                        id,
                        new ActionCode(step.action),
                        new Command.Fields(
                                "请加快", null, null, null, null, List.of(), "timeout", null, null, false, null, null));
        };
    }

    private static Command act(
            Command.Head head,
            CaseId id,
            Step step,
            @Nullable CriterionId criterion,
            @Nullable DepartmentId department) {
        return new Command.ActOnCase(
                head,
                id,
                new ActionCode(step.action),
                new Command.Fields(null, criterion, department, null, null, List.of()));
    }

    private Command.Intake intake(CaseClass what, Random random) {
        Position position = new Position(
                between(extent.west(), extent.east(), random), between(extent.south(), extent.north(), random));
        return new Command.Intake(
                new Subject(what.kind(), what.code(), null, Severity.ORDINARY, null, "市民反映：" + what.name()),
                new Place(position, "示范路 " + (1 + random.nextInt(400)) + " 号", null),
                new SourceCode("hotline"),
                new Caller("王先生", "13800000000", false, false),
                true);
    }

    /// Off the edge: rounding must not put a case outside.
    private static double between(double low, double high, Random random) {
        return low + (high - low) * (0.02 + 0.96 * random.nextDouble());
    }
}
