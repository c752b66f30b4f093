package org.yiping.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.command.Aside.Debriefing;
import org.yiping.domain.command.Command;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefComment;
import org.yiping.domain.room.DebriefId;
import tools.jackson.databind.JsonNode;

/// Commands of the review room, to and from their wire form. Stateless; any thread.
final class DebriefCodec {
    private DebriefCodec() {}

    static String type(Debriefing command) {
        return switch (command) {
            case Debriefing.Open _ -> "openDebrief";
            case Debriefing.Comment _ -> "commentDebrief";
            case Debriefing.Sign _ -> "signDebrief";
            case Debriefing.Reopen _ -> "reopenDebrief";
        };
    }

    static void payload(Debriefing command, Map<String, @Nullable Object> payload) {
        switch (command) {
            case Debriefing.Open c -> {
                payload.put("title", c.title());
                payload.put("subject", c.subject());
            }
            case Debriefing.Comment c -> {
                payload.put("edition", c.edition());
                payload.put("pin", c.pin());
                payload.put("text", c.text());
            }
            case Debriefing.Sign c -> {
                payload.put("edition", c.edition());
                payload.put("verdict", c.verdict());
                payload.put("summary", c.summary());
                payload.put("comments", c.comments());
            }
            case Debriefing.Reopen c -> {
                payload.put("edition", c.edition());
                payload.put("reason", c.reason());
            }
        }
    }

    static Debriefing decode(Command.Head head, String type, DebriefId debrief, JsonNode payload) {
        return switch (type) {
            case "openDebrief" -> {
                Opening p = Json.mapper().treeToValue(payload, Opening.class);
                yield new Debriefing.Open(head, debrief, p.title(), p.subject());
            }
            case "commentDebrief" -> {
                Comment p = Json.mapper().treeToValue(payload, Comment.class);
                yield new Debriefing.Comment(head, debrief, p.edition(), p.pin(), p.text());
            }
            case "signDebrief" -> {
                Signing p = Json.mapper().treeToValue(payload, Signing.class);
                yield new Debriefing.Sign(head, debrief, p.edition(), p.verdict(), p.summary(), p.comments());
            }
            case "reopenDebrief" -> {
                Reopening p = Json.mapper().treeToValue(payload, Reopening.class);
                yield new Debriefing.Reopen(head, debrief, p.edition(), p.reason());
            }
            default -> throw new IllegalArgumentException("unknown command type");
        };
    }

    private record Opening(String title, Debrief.Subject subject) {}

    private record Comment(int edition, DebriefComment.Pin pin, String text) {}

    private record Signing(int edition, String verdict, String summary, int comments) {}

    private record Reopening(int edition, String reason) {}
}
