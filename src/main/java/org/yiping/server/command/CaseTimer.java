package org.yiping.server.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Request;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.protocol.Json;
import org.yiping.server.access.Principal;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Resumes suspended cases (到期恢复) when the end date agreed on has passed, also those whose date passed while
/// the server was down. `follow` on the writer's thread, `tick` on one other.
///
/// It keeps the suspended in memory, so that a tick costs nothing; they are read once, at the first tick.
public final class CaseTimer {
    private static final Logger LOG = LoggerFactory.getLogger(CaseTimer.class);
    private static final ActionCode RESUME = new ActionCode("resume-due");

    private final Rows rows;
    private final InstantSource clock;
    private final Map<CaseId, Request> suspended = new ConcurrentHashMap<>();
    private boolean loaded;

    public CaseTimer(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// Follows what the journal has taken.
    public void follow(List<Entry> entries) {
        for (Entry entry : entries) {
            CaseFacts facts = entry.change().facts();
            if (facts != null) {
                note(facts.subject(), facts.ending());
            }
        }
    }

    private void note(Case c, Workflow.Ending ending) {
        Request request = c.progress().request();
        if (ending == Workflow.Ending.PAUSED && request != null && request.resumesAt() != null) {
            suspended.put(c.id(), request);
        } else {
            suspended.remove(c.id());
        }
    }

    /// Resumes what is due by now.
    public void tick(CommandDesk desk) {
        if (!loaded) {
            for (Row row : rows.paused()) {
                note(Json.mapper().readValue(row.content(), Case.class), Workflow.Ending.PAUSED);
            }
            loaded = true;
        }
        Instant now = clock.instant();
        suspended.forEach((id, request) -> {
            Instant at = request.resumesAt();
            if (at != null && !now.isBefore(at)) {
                resume(desk, id, request);
            }
        });
    }

    /// Under a key that the same suspension always has: a second try after a crash is the first one again.
    private void resume(CommandDesk desk, CaseId id, Request request) {
        String key = UUID.nameUUIDFromBytes((id.value() + " " + request.at()).getBytes(StandardCharsets.UTF_8))
                .toString();
        Command.Head head = new Command.Head(new CommandId(key), 0, null);
        Command command = new Command.ActOnCase(head, id, RESUME, Command.Fields.NONE);
        switch (desk.submit(Principal.TIMER, command, key)) {
            case Answer.Applied _ -> suspended.remove(id, request);
            case Answer.Refused r -> {
                LOG.warn("case {} was not resumed: {}", id.value(), r.code());
                suspended.remove(id, request);
            }
            case Answer.Postponed p -> LOG.info("case {} is resumed later: {}", id.value(), p.code());
        }
    }
}
