package org.yiping.server.command;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.assessment.DepartmentNotice;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

/// Keeps the notices by which departments are called to account (问责), every word of them. The writer's thread only.
final class NoticeClerk {
    private static final List<String> ISSUERS = List.of("supervisor", "leader");

    private final Access access;
    private final CaseWriter writer;
    /// Stands for all of the city.
    private final String city;

    NoticeClerk(Rulebook book, Access access) {
        this.access = access;
        this.writer = new CaseWriter(book);
        this.city = book.settings().code();
    }

    Answer issue(Batch batch, Principal who, Aside.IssueNotice c, Instant now) {
        DepartmentNotice.Said said = c.said();
        Row there = batch.find(Kinds.DEPARTMENT_NOTICE, c.notice().value()).orElse(null);
        if (there != null) {
            DepartmentNotice known = read(there);
            boolean same = known.department().equals(c.department())
                    && known.said().equals(said)
                    && known.by().person().equals(who.actor().person());
            return same ? new Answer.Applied(there.revision()) : refused(409, "exists", "/target", there);
        }
        if (batch.find(Kinds.DEPARTMENT, c.department().value()).isEmpty()) {
            return refused(422, "unknown", "/payload/department", null);
        }
        if (!DepartmentNotice.KINDS.contains(said.kind())) {
            return refused(422, "unknown", "/payload/said/kind", null);
        }
        if (said.reason().isBlank()) {
            return refused(422, "missing", "/payload/said/reason", null);
        }
        if (said.reason().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/said/reason", null);
        }
        if (!said.deadline().isAfter(now)) {
            return refused(422, "range", "/payload/said/deadline", null);
        }
        if (said.cases().size() > DepartmentNotice.MOST_CASES) {
            return refused(422, "range", "/payload/said/cases", null);
        }
        for (CaseId id : said.cases()) {
            if (batch.find(Kinds.CASE, id.value())
                    .filter(r -> access.reach(Kinds.CASE, who).sees(r.scope()))
                    .isEmpty()) {
                return refused(404, "no-case", "/payload/said/cases", null);
            }
        }
        DepartmentNotice notice = new DepartmentNotice(
                c.notice(), c.department(), said, who.actor(), now, DepartmentNotice.State.ISSUED, List.of());
        return put(
                batch,
                who,
                c,
                said.reason(),
                notice,
                Scope.all(who.person(), city).area(),
                now);
    }

    Answer answer(Batch batch, Principal who, Aside.AnswerNotice c, Instant now) {
        Row row = batch.find(Kinds.DEPARTMENT_NOTICE, c.notice().value())
                .filter(r -> access.reach(Kinds.DEPARTMENT_NOTICE, who).sees(r.scope()))
                .orElse(null);
        if (row == null) {
            return refused(404, "no-notice", "/target", null);
        }
        DepartmentNotice current = read(row);
        boolean answers = c.to() == DepartmentNotice.State.ANSWERED;
        boolean theirs = answers
                ? access.isTerminal(who.post())
                : ISSUERS.contains(who.post().value());
        if (!theirs) {
            return refused(403, "post", "/payload/to", null);
        }
        if (!answers && !covers(who, row)) {
            return refused(403, "areas", "/target", null);
        }
        if (c.base() != current.words().size()) {
            return refused(409, "notice-changed", "/payload/base", row);
        }
        if (!current.takes(c.to())) {
            return refused(409, "notice-state", "/payload/to", row);
        }
        if (c.text().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/text", null);
        }
        if (c.text().isBlank() && c.to() != DepartmentNotice.State.ACCEPTED) {
            return refused(422, "missing", "/payload/text", null);
        }
        String text = c.text().strip();
        DepartmentNotice next = current.with(c.to(), who.actor(), now, text);
        return put(batch, who, c, text, next, row.scope().area(), now);
    }

    /// Who sees a notice by one of its areas judges it only with all of them.
    private boolean covers(Principal who, Row row) {
        String areas = row.scope().area();
        return Stream.of((areas == null ? city : areas).split(" "))
                .allMatch(a -> who.person().covers(new AreaCode(a)));
    }

    private static DepartmentNotice read(Row row) {
        return Json.mapper().readValue(row.content(), DepartmentNotice.class);
    }

    private Answer put(
            Batch batch,
            Principal who,
            Aside c,
            String reason,
            DepartmentNotice next,
            @Nullable String area,
            Instant now) {
        var by = new CaseWriter.By(who.actor(), c.head().id().value());
        Change change = Change.fact(
                Kinds.DEPARTMENT_NOTICE,
                next.id().value(),
                Json.mapper().writeValueAsString(next),
                new Scope(area, next.department().value()));
        return new Answer.Applied(
                batch.put(writer.origin(by, reason, now), now, change).revision());
    }

    private static Answer refused(int status, String code, String pointer, @Nullable Row current) {
        return new Answer.Refused(status, code, pointer, current);
    }
}
