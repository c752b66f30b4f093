package org.yiping.simulator.play;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.command.Command.Fields;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.simulator.play.Asking.Passing;

/// What somebody does about a case in its present state. States and actions the default workflow does not have
/// get no answer: other people's work. Immutable; any thread.
final class Responder {
    private final Town town;
    private final Deeds deeds;
    private final Asking asking;
    private final Sorting sorting;

    Responder(Town town, StreetMap streets, Phrases phrases) {
        this.town = town;
        this.deeds = new Deeds(town, phrases);
        this.asking = new Asking(deeds);
        this.sorting = new Sorting(deeds, streets);
    }

    /// Whether the state waits for a seat of the hall, not for the field or a department.
    static boolean isSeatWork(String state) {
        return switch (state) {
            case "to-accept",
                    "self-audit",
                    "to-file",
                    "to-dispatch",
                    "void-review",
                    "extension-first",
                    "extension-review",
                    "return-review",
                    "suspension-review",
                    "suspended",
                    "to-check",
                    "to-close",
                    "appeal-first",
                    "appeal-review" -> true;
            default -> false;
        };
    }

    Optional<Deed> answer(Passing passing) {
        CommandId id = passing.id();
        Case row = passing.row();
        RandomGenerator random = passing.random();
        return switch (row.progress().state().value()) {
            case "to-accept" -> sorting.before(passing).or(() -> accept(id, row, random));
            case "verifying" -> verify(passing);
            case "to-file" ->
                asking.beforeDispatch(passing, "duty-leader", "return-to-accept", "void")
                        .or(() -> file(id, row, random));
            case "to-dispatch" ->
                sorting.ruling(passing)
                        .or(() -> asking.beforeDispatch(passing, "dispatcher", "return-to-file", "request-void"))
                        .or(() -> dispatch(passing));
            case "to-handle" -> asking.instead(passing).or(() -> assign(id, row, random));
            case "handling" -> asking.instead(passing).or(() -> finish(id, row, random));
            case "to-check" -> sendToCollector(id, row, "send-check", random);
            case "checking" -> check(passing);
            case "to-close" -> {
                Account leader = town.seat("duty-leader", random);
                Fields fields = fields(null, null, null, null, deeds.phrase("close", random));
                yield deeds.deed(id, row, leader, "duty-leader", "close", fields, List.of());
            }
            case "closed" -> asking.appeal(passing).or(() -> asking.callBack(passing));
            default -> asking.decide(passing);
        };
    }

    private Optional<Deed> accept(CommandId id, Case row, RandomGenerator random) {
        List<String> flags = row.progress().flags();
        Account acceptor = town.seat("acceptor", random);
        if (flags.contains("verified-absent")) {
            Fields fields = reason(deeds.phrase("reject", random));
            return deeds.deed(id, row, acceptor, "acceptor", "reject", fields, List.of());
        }
        boolean seenOnSite = row.report().source().value().equals("collector") || flags.contains("verified");
        return seenOnSite
                ? deeds.deed(id, row, acceptor, "acceptor", "pass", Fields.NONE, List.of())
                : sendToCollector(id, row, "send-verify", random);
    }

    private Optional<Deed> sendToCollector(CommandId id, Case row, String action, RandomGenerator random) {
        AreaCode area = row.place().area();
        Optional<Account> collector = area == null ? Optional.empty() : town.collectorAt(area, random);
        return collector.flatMap(c -> deeds.deed(
                id,
                row,
                town.seat("acceptor", random),
                "acceptor",
                action,
                fields(null, null, null, c.person(), null),
                List.of()));
    }

    private Optional<Deed> verify(Passing p) {
        boolean exists = p.random().nextInt(100) < 92 || p.told();
        return byHandler(p, exists ? "verify-exists" : "verify-absent", !exists);
    }

    private Optional<Deed> check(Passing p) {
        boolean passed = p.random().nextInt(100) < 90 || p.flagged("rework") || p.told();
        return byHandler(p, passed ? "check-pass" : "check-fail", passed);
    }

    private Optional<Deed> byHandler(Passing p, String action, boolean after) {
        PersonId handler = p.row().progress().handler();
        Fields fields = reason(deeds.phrase(action, p.random()));
        List<Deed.Photo> photos = photo(p.row(), after, p.random());
        Optional<Account> collector = handler == null ? Optional.empty() : town.account(handler);
        return collector
                .filter(c -> c.holds("collector"))
                .flatMap(c -> deeds.deed(p.id(), p.row(), c, "collector", action, fields, photos));
    }

    private Optional<Deed> file(CommandId id, Case row, RandomGenerator random) {
        List<Criterion> criteria =
                town.caseClass(row.subject().classCode()).map(c -> c.criteria()).orElse(List.of());
        if (criteria.isEmpty()) {
            return Optional.empty();
        }
        CriterionId criterion = criteria.get(random.nextInt(criteria.size())).id();
        Fields fields = fields(null, criterion, null, null, null);
        return deeds.deed(id, row, town.seat("duty-leader", random), "duty-leader", "file", fields, List.of());
    }

    private Optional<Deed> dispatch(Passing p) {
        AreaCode area = p.row().place().area();
        Optional<Department> right = area == null
                ? Optional.empty()
                : town.departmentFor(p.row().subject().classCode(), area);
        return right.flatMap(d -> {
            Optional<Department> wrong = sorting.mistake(p, d);
            String why = wrong.isEmpty() ? null : deeds.phrase("override", p.random());
            Fields fields = fields(why, null, wrong.orElse(d).id(), null, null);
            return deeds.bySeat(p.id(), p.row(), "dispatcher", "dispatch", fields, p.random());
        });
    }

    private Optional<Deed> assign(CommandId id, Case row, RandomGenerator random) {
        DepartmentId department = row.progress().department();
        if (department == null) {
            return Optional.empty();
        }
        Optional<PersonId> handler = town.handler(department, random);
        if (handler.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = fields(deeds.phrase("assign", random), null, null, handler.get(), null);
        return deeds.byDepartment(id, row, "assign", fields, List.of());
    }

    private Optional<Deed> finish(CommandId id, Case row, RandomGenerator random) {
        Fields fields = reason(deeds.phrase("finish", random));
        return deeds.byDepartment(id, row, "finish", fields, photo(row, true, random));
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
