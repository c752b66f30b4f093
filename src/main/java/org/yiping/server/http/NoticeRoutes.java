package org.yiping.server.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yiping.domain.assessment.Account;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.DepartmentNotice;
import org.yiping.domain.assessment.ObjectKind;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// The record of each department that was called to account (问责): its notices with what became of them, and what it
/// got in published assessments. Everybody within the own reach.
final class NoticeRoutes {
    private static final int PAGE = 500;

    private final Rows rows;
    private final Ledger ledger;
    private final Access access;
    private final InstantSource clock;

    NoticeRoutes(Rows rows, Ledger ledger, Access access, InstantSource clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.access = access;
        this.clock = clock;
    }

    void open(Door door) {
        door.get("/api/v1/accountability", this::accounts);
    }

    private Reply accounts(Call call) {
        String one = call.query("department").orElse(null);
        List<DepartmentNotice> notices = all(call.who(), Kinds.DEPARTMENT_NOTICE, DepartmentNotice.class);
        List<Assessment> published = all(call.who(), Kinds.ASSESSMENT, Assessment.class).stream()
                .filter(a -> a.stage() == Stage.PUBLISHED)
                .filter(a -> a.yardstick().scheme().kind() == ObjectKind.DEPARTMENT)
                .toList();
        Set<String> departments = new TreeSet<>();
        notices.forEach(n -> departments.add(n.department().value()));
        published.forEach(a -> a.scores().forEach(s -> departments.add(s.object())));
        if (access.isTerminal(call.who().post())) { // what others got is in the assessment itself
            DepartmentId own = call.who().person().department();
            departments.removeIf(d -> own == null || !d.equals(own.value()));
        }
        Instant now = clock.instant();
        List<Account> accounts = departments.stream()
                .filter(d -> one == null || d.equals(one))
                .map(d -> account(d, notices, published, now))
                .toList();
        return Pages.of(accounts, ledger.revision(), null);
    }

    private static Account account(
            String department, List<DepartmentNotice> all, List<Assessment> published, Instant now) {
        List<DepartmentNotice> own = all.stream()
                .filter(n -> n.department().value().equals(department))
                .toList();
        List<Account.Mark> marks = new ArrayList<>();
        for (Assessment a : published) {
            a.score(department).ifPresent(s -> marks.add(mark(a, s)));
        }
        return new Account(
                new DepartmentId(department),
                (int) own.stream().filter(n -> n.state().isOpen()).count(),
                (int) own.stream().filter(n -> n.isOverdue(now)).count(),
                (int) own.stream().filter(DepartmentNotice::wasLate).count(),
                own.reversed(),
                marks);
    }

    private static Account.Mark mark(Assessment a, Score s) {
        return new Account.Mark(
                a.id(), a.edition(), a.yardstick().scheme().code(), a.period(), a.span(), s.value(), s.grade());
    }

    private <T> List<T> all(Principal who, String kind, Class<T> type) {
        List<T> all = new ArrayList<>();
        List<Row> page;
        long after = 0;
        do {
            page = rows.page(kind, CaseFilter.ALL, access.reach(kind, who), after, PAGE);
            page.forEach(r -> all.add(Json.mapper().readValue(r.content(), type)));
            after = page.isEmpty() ? after : page.getLast().place().born();
        } while (page.size() == PAGE);
        return all;
    }
}
