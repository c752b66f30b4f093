package org.yiping.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import tools.jackson.databind.JsonNode;

/// Commands to and from their wire form. Stateless; any thread.
public final class CommandCodec {
    private CommandCodec() {}

    public static CommandRequest encode(Command command) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        String type;
        String target;
        switch (command) {
            case Command.ReportCase c -> {
                type = "reportCase";
                target = c.caseId().value();
                payload.put("action", c.action());
                payload.put("intake", c.intake());
                payload.put("photos", c.photos());
                payload.put("afterPhotos", c.afterPhotos());
            }
            case Command.ActOnCase c -> {
                type = "actOnCase";
                target = c.caseId().value();
                payload.put("action", c.action());
                payload.put("fields", c.fields());
            }
            case Command.ReviewCase c -> {
                type = "reviewCase";
                target = c.caseId().value();
                payload.put("verdict", c.verdict());
                payload.put("note", c.note());
            }
            case Aside a -> {
                type = AsideCodec.type(a);
                target = a.target();
                AsideCodec.payload(a, payload);
            }
        }
        Command.Head head = command.head();
        return new CommandRequest(
                type, target, head.basedOn(), head.expiresAt(), Json.mapper().valueToTree(payload));
    }

    /// Throws `IllegalArgumentException` or a Jackson exception where the request is not a command.
    public static Command decode(CommandId id, CommandRequest request) {
        if (request.target() == null || request.payload() == null) {
            throw new IllegalArgumentException("target and payload are needed");
        }
        long basedOn = request.basedOn() == null ? 0 : request.basedOn();
        Command.Head head = new Command.Head(id, basedOn, request.expiresAt());
        JsonNode payload = request.payload();
        if (AsideCodec.knows(request.type())) {
            return AsideCodec.decode(head, request.type(), request.target(), payload);
        }
        CaseId target = new CaseId(request.target());
        return switch (request.type()) {
            case "reportCase" -> {
                ReportPayload p = Json.mapper().treeToValue(payload, ReportPayload.class);
                yield new Command.ReportCase(head, target, p.action(), p.intake(), p.photos(), p.afterPhotos());
            }
            case "actOnCase" -> {
                ActPayload p = Json.mapper().treeToValue(payload, ActPayload.class);
                yield new Command.ActOnCase(head, target, p.action(), p.fields());
            }
            case "reviewCase" -> {
                ReviewPayload p = Json.mapper().treeToValue(payload, ReviewPayload.class);
                yield new Command.ReviewCase(head, target, p.verdict(), p.note());
            }
            default -> throw new IllegalArgumentException("unknown command type");
        };
    }

    private record ReportPayload(
            ActionCode action,
            Command.Intake intake,
            List<String> photos,
            @Nullable List<String> afterPhotos) {}

    private record ActPayload(ActionCode action, Command.Fields fields) {}

    private record ReviewPayload(String verdict, String note) {}
}
