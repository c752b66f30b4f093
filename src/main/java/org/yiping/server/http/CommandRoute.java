package org.yiping.server.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.protocol.CommandAnswer;
import org.yiping.protocol.CommandBatch;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.CommandRequest;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.access.Principal;
import org.yiping.server.command.Answer;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Commands come in here: read, checked for completeness, handed to the desk.
final class CommandRoute {
    private static final int LONGEST_KEY = 64;
    private static final int MOST_COMMANDS = 200;
    /// What consoles show in the place of hidden words.
    private static final String HIDDEN = "▒▒";

    private final CommandDesk desk;
    private final boolean replay;
    private final Access access;
    private final Rows rows;
    private final Disclosure disclosure;

    CommandRoute(HttpApi.Desk desk, Access access, Rows rows, Disclosure disclosure) {
        this.desk = desk.commands();
        this.replay = desk.replay();
        this.access = access;
        this.rows = rows;
        this.disclosure = disclosure;
    }

    void open(Door door) {
        door.post("/api/v1/commands", this::take);
        door.post("/api/v1/commands/batch", this::takeMany);
    }

    private Reply take(Call call) {
        Principal who = call.who();
        CommandId key = call.header("Idempotency-Key")
                .filter(k -> !k.isBlank() && k.length() <= LONGEST_KEY)
                .map(CommandId::new)
                .orElseThrow(() -> Fault.at("CMD-4000", "/Idempotency-Key", "missing"));
        CommandRequest request = call.body(CommandRequest.class);
        Command command = decode(key, request);
        return Reply.json(new CommandAnswer(revision(desk.submit(who, command, fingerprint(who, request)), who)));
    }

    private long revision(Answer answer, Principal who) {
        return switch (answer) {
            case Answer.Applied a -> a.revision();
            case Answer.Refused r -> throw refusal(r, who);
            case Answer.Postponed p -> throw fault(p);
        };
    }

    static Fault fault(Answer.Postponed p) {
        return Fault.of(
                        switch (p.code()) {
                            case "disk" -> "STO-5070";
                            case "internal" -> "SYS-5000";
                            case "busy", "stopping" -> "SYS-5030";
                            default -> "STO-5030";
                        })
                .retryAfter(2);
    }

    /// All go to the desk before the first answer is waited for, so that they share its writes. One that is no
    /// command at all is answered like the others: it spoils nobody else's.
    private Reply takeMany(Call call) {
        Principal who = call.who();
        List<CommandBatch.Item> items = call.body(CommandBatch.class).commands();
        if (items.isEmpty() || items.size() > MOST_COMMANDS) {
            throw Fault.at("QRY-4000", "/commands", "range");
        }
        List<Supplier<Answer>> waiting = items.stream().map(i -> sent(i, who)).toList();
        List<CommandBatch.Answer> answers = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            CommandBatch.Item item = items.get(i);
            String target =
                    item.command().target() == null ? "" : item.command().target();
            try {
                long revision = revision(waiting.get(i).get(), who);
                answers.add(new CommandBatch.Answer(item.key(), target, 200, revision, null));
            } catch (Fault fault) {
                answers.add(new CommandBatch.Answer(
                        item.key(),
                        target,
                        fault.status(),
                        null,
                        Problems.problem(fault, call.language(), call.traceId())));
            }
        }
        return Reply.json(Map.of("answers", answers));
    }

    private Supplier<Answer> sent(CommandBatch.Item item, Principal who) {
        try {
            if (item.key().isBlank() || item.key().length() > LONGEST_KEY) {
                throw Fault.at("CMD-4000", "/key", "missing");
            }
            if (item.at() != null && !replay) {
                throw Fault.at("CMD-4226", "/at", "range"); // only a replay takes a past's time
            }
            Command command = decode(new CommandId(item.key()), item.command());
            return desk.send(who, command, fingerprint(who, item.command()), item.at())::join;
        } catch (Fault fault) {
            return () -> {
                throw fault;
            };
        }
    }

    private static Command decode(CommandId key, CommandRequest request) {
        try {
            Command command = Call.read(() -> CommandCodec.decode(key, request), "/payload");
            Complete.check((Record) command, "/payload");
            hidesNothing(request);
            return command;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw Fault.at("CMD-4220", "/type", "unknown-command");
        }
    }

    /// What an open day hides on a screen must not come back as if somebody had written it.
    private static void hidesNothing(CommandRequest request) {
        if (String.valueOf(request.payload()).contains(HIDDEN)) {
            throw Fault.at("CMD-4001", "/payload", "hidden");
        }
    }

    /// The same key with another content, or from somebody else, is a mistake worth telling.
    private static String fingerprint(Principal who, CommandRequest request) {
        String text = who.actor().person().value() + "\n" + Json.mapper().writeValueAsString(request);
        return Hashes.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Without the row as it is now.
    static Fault fault(Answer.Refused r) {
        String code = switch (r.code()) {
            case "expired" -> "CMD-4100";
            case "no-case" -> "CMD-4040";
            case "no-rule" -> "CMD-4041";
            case "no-handover" -> "CMD-4042";
            case "no-campaign" -> "CMD-4043";
            case "no-call" -> "CMD-4044";
            case "no-hall" -> "CMD-4046";
            case "no-seat" -> "CMD-4045";
            case "no-capture", "no-broadcast", "no-camera" -> "VID-4041";
            case "decided" -> "VID-4092";
            case "other-hand" -> "CMD-4099";
            case "ended" -> "CMD-4097";
            case "campaign-changed" -> "CMD-4098";
            case "signed", "same-person" -> "CMD-4096";
            case "no-patrol" -> "VID-4042";
            case "looked" -> "VID-4093";
            case "patrol-changed" -> "VID-4094";
            case "no-inspection" -> "INS-4040";
            case "not-drawn" -> "INS-4091";
            case "card-changed" -> "INS-4092";
            case "no-action" -> "INS-4221";
            case "no-scene" -> "SCN-4040";
            case "scene-changed" -> "SCN-4090";
            case "scene-due" -> "SCN-4091";
            case "bad-scene" -> "SCN-4220";
            case "no-wall" -> "WAL-4040";
            case "no-right" -> "WAL-4030";
            case "locked" -> "WAL-4031";
            case "taken" -> "WAL-4090";
            case "wall-full" -> "WAL-4091";
            case "no-order" -> "WAL-4220";
            case "no-assessment" -> "ASM-4040";
            case "no-notice" -> "ASM-4041";
            case "assessment-changed" -> "ASM-4091";
            case "assessment-stage", "undecided" -> "ASM-4092";
            case "own-run" -> "ASM-4093";
            case "areas" -> "ASM-4030";
            case "notice-changed", "notice-state" -> "ASM-4094";
            case "no-debrief" -> "DEB-4040";
            case "debrief-signed" -> "DEB-4090";
            case "debrief-commented" -> "DEB-4091";
            case "debrief-open" -> "DEB-4092";
            case "no-plan" -> "CMD-4093";
            case "no-receipt" -> "CMD-4094";
            case "assisting", "not-asked" -> "CMD-4095";
            case "steps" -> "CMD-4099";
            case "outdated" -> "CMD-4090";
            case "exists" -> "CMD-4091";
            case "state" -> r.status() == 409 ? "CMD-4092" : "CMD-4220";
            case "key-reused" -> "CMD-4221";
            case "unknown-class" -> "CMD-4222";
            case "outside-city" -> "CMD-4223";
            case "missing" -> "CMD-4224";
            case "not-overdue" -> "CMD-4225";
            case "range" -> "CMD-4226";
            case "unfit-person" -> "CMD-4227";
            case "survivor-closed", "survivor-void", "survivor-merged" -> "CMD-4228";
            case "same-case", "no-survivor" -> "CMD-4229";
            case "call-back-wanted" -> "CMD-4230";
            default -> "CMD-" + r.status() + "0";
        };
        return Fault.at(code, r.pointer(), r.code());
    }

    private Fault refusal(Answer.Refused r, Principal who) {
        Row row = r.current();
        Fault fault = fault(r);
        boolean shown = row != null
                && access.mayReceive(row.kind(), who.post())
                && access.reach(row.kind(), who).sees(row.scope());
        return row == null || !shown ? fault : fault.withCurrent(current(row, who), last(row, who));
    }

    private String current(Row row, Principal who) {
        if (Masking.isPersonal(row.kind(), row.content())) {
            disclosure.note(who, "POST /api/v1/commands", row.id(), 1);
        }
        return access.masking(who.post()).mask(row.kind(), row.content());
    }

    /// Who did what last: what the one who comes second wants to know.
    private @Nullable String last(Row row, Principal who) {
        return rows.last(row.place().trail(), Kinds.RECORD)
                .map(e ->
                        access.masking(who.post()).mask(Kinds.RECORD, e.change().content()))
                .orElse(null);
    }
}
