package org.yiping.server.command;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    NoticeClerk(Rulebook book, Access access) {
        this.access = access;
        this.writer = new CaseWriter(book);
    }

    Answer issue(Batch batch, Principal who, Aside.IssueNotice c, Instant now) {
        DepartmentNotice.Said said = c.said();
        if (batch.find(Kinds.DEPARTMENT_NOTICE, c.notice().value()).isPresent()) {
            return refused(409, "exists", "/target", null);
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
        return put(batch, who, c, said.reason(), notice, Scope.of(who.person()).area(), now);
    }

    Answer answer(Batch batch, Principal who, Aside.AnswerNotice c, Instant now) {
        Row row = batch.find(Kinds.DEPARTMENT_NOTICE, c.notice().value())
                .filter(r -> access.reach(Kinds.DEPARTMENT_NOTICE, who).sees(r.scope()))
                .orElse(null);
        if (row == null) {
            return refused(404, "no-notice", "/target", null);
        }
        DepartmentNotice current = Json.mapper().readValue(row.content(), DepartmentNotice.class);
        boolean answers = c.to() == DepartmentNotice.State.ANSWERED;
        boolean theirs = answers
                ? access.isTerminal(who.post())
                : ISSUERS.contains(who.post().value());
        if (!theirs) {
            return refused(403, "post", "/payload/to", null);
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
