package org.yiping.simulator.play;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.command.Command.Fields;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;

/// What somebody does about a case in its present state. States and actions the default workflow does not have get no
/// answer: other people's work. Immutable; any thread.
final class Responder {
    private final Town town;
    private final Phrases phrases;

    Responder(Town town, Phrases phrases) {
        this.town = town;
        this.phrases = phrases;
    }

    /// Whether the state waits for a seat of the hall, not for the field or a department.
    static boolean isSeatWork(String state) {
        return switch (state) {
            case "to-accept", "to-file", "to-dispatch", "to-check", "to-close" -> true;
            default -> false;
        };
    }

    Optional<Deed> answer(CommandId id, Case row, RandomGenerator random) {
        return switch (row.progress().state().value()) {
            case "to-accept" -> accept(id, row, random);
            case "verifying" -> verify(id, row, random);
            case "to-file" -> file(id, row, random);
            case "to-dispatch" -> dispatch(id, row, random);
            case "to-handle" -> assign(id, row, random);
            case "handling" -> finish(id, row, random);
            case "to-check" -> sendToCollector(id, row, "send-check", random);
            case "checking" -> check(id, row, random);
            case "to-close" -> {
                Account leader = town.seat("duty-leader", random);
                Fields fields = fields(null, null, null, null, phrases.draw("close", random));
                yield deed(id, row, leader, "duty-leader", "close", fields, List.of());
            }
            default -> Optional.empty();
        };
    }

    private Optional<Deed> accept(CommandId id, Case row, RandomGenerator random) {
        List<String> flags = row.progress().flags();
        Account acceptor = town.seat("acceptor", random);
        if (flags.contains("verified-absent")) {
            Fields fields = reason(phrases.draw("reject", random));
            return deed(id, row, acceptor, "acceptor", "reject", fields, List.of());
        }
        boolean seenOnSite = row.report().source().value().equals("collector") || flags.contains("verified");
        return seenOnSite
                ? deed(id, row, acceptor, "acceptor", "pass", Fields.NONE, List.of())
                : sendToCollector(id, row, "send-verify", random);
    }

    private Optional<Deed> sendToCollector(CommandId id, Case row, String action, RandomGenerator random) {
        AreaCode area = row.place().area();
        Optional<Account> collector = area == null ? Optional.empty() : town.collectorAt(area, random);
        return collector.flatMap(c -> deed(
                id,
                row,
                town.seat("acceptor", random),
                "acceptor",
                action,
                fields(null, null, null, c.person(), null),
                List.of()));
    }

    private Optional<Deed> verify(CommandId id, Case row, RandomGenerator random) {
        boolean exists = random.nextInt(100) < 92;
        String action = exists ? "verify-exists" : "verify-absent";
        return byHandler(id, row, action, reason(phrases.draw(action, random)), photo(row, !exists, random));
    }

    private Optional<Deed> check(CommandId id, Case row, RandomGenerator random) {
        boolean passed = random.nextInt(100) < 90 || row.progress().flags().contains("rework");
        String action = passed ? "check-pass" : "check-fail";
        return byHandler(id, row, action, reason(phrases.draw(action, random)), photo(row, passed, random));
    }

    private Optional<Deed> byHandler(CommandId id, Case row, String action, Fields fields, List<Deed.Photo> photos) {
        PersonId handler = row.progress().handler();
        Optional<Account> collector = handler == null ? Optional.empty() : town.account(handler);
        return collector
                .filter(c -> c.holds("collector"))
                .flatMap(c -> deed(id, row, c, "collector", action, fields, photos));
    }

    private Optional<Deed> file(CommandId id, Case row, RandomGenerator random) {
        List<Criterion> criteria =
                town.caseClass(row.subject().classCode()).map(c -> c.criteria()).orElse(List.of());
        if (criteria.isEmpty()) {
            return Optional.empty();
        }
        CriterionId criterion = criteria.get(random.nextInt(criteria.size())).id();
        Fields fields = fields(null, criterion, null, null, null);
        return deed(id, row, town.seat("duty-leader", random), "duty-leader", "file", fields, List.of());
    }

    private Optional<Deed> dispatch(CommandId id, Case row, RandomGenerator random) {
        AreaCode area = row.place().area();
        Optional<Department> department = area == null
                ? Optional.empty()
                : town.departmentFor(row.subject().classCode(), area);
        return department.flatMap(d -> deed(
                id,
                row,
                town.seat("dispatcher", random),
                "dispatcher",
                "dispatch",
                fields(null, null, d.id(), null, null),
                List.of()));
    }

    private Optional<Deed> assign(CommandId id, Case row, RandomGenerator random) {
        DepartmentId department = row.progress().department();
        if (department == null) {
            return Optional.empty();
        }
        Optional<PersonId> handler = town.handler(department, random);
        Optional<Account> terminal = town.terminal(department);
        if (handler.isEmpty() || terminal.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = fields(phrases.draw("assign", random), null, null, handler.get(), null);
        return deed(id, row, terminal.get(), "department", "assign", fields, List.of());
    }

    private Optional<Deed> finish(CommandId id, Case row, RandomGenerator random) {
        DepartmentId department = row.progress().department();
        Optional<Account> terminal = department == null ? Optional.empty() : town.terminal(department);
        Fields fields = reason(phrases.draw("finish", random));
        return terminal.flatMap(t -> deed(id, row, t, "department", "finish", fields, photo(row, true, random)));
    }

    private Optional<Deed> deed(
            CommandId id,
            Case row,
            Account account,
            String post,
            String action,
            Fields fields,
            List<Deed.Photo> photos) {
        ActionCode code = new ActionCode(action);
        return town.workflow()
                .find(code, row.progress().state())
                .map(t ->
                        new Deed(id, account, new PostCode(post), row.id(), new Deed.Draft.Act(code, fields), photos));
    }

    private static List<Deed.Photo> photo(Case row, boolean after, RandomGenerator random) {
        return List.of(new Deed.Photo(row.subject().classCode().value(), random.nextInt(4), after));
    }

    private static Fields reason(String text) {
        return fields(text, null, null, null, null);
    }

    private static Fields fields(
            @Nullable String reason,
            @Nullable CriterionId criterion,
            @Nullable DepartmentId department,
            @Nullable PersonId handler,
            @Nullable String closing) {
        return new Fields(reason, criterion, department, handler, closing, List.of());
    }
}
