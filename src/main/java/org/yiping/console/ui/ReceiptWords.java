package org.yiping.console.ui;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.domain.casework.Receipt;

/// Says how far a dispatch got to a department, and what was missed on the way. FX thread.
public final class ReceiptWords {
    private final Messages messages;
    private final Words words;

    public ReceiptWords(Messages messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    /// Whether the call list has it: somebody has to take the telephone.
    public static boolean isToCall(Receipt r) {
        Receipt.Attempt a = r.current();
        return r.waiting()
                && a != null
                && a.channel().equals("call")
                && a.status() == Receipt.Status.QUEUED
                && (r.openedAt() == null || a.at().isAfter(r.openedAt()));
    }

    /// Whether there is anything to say: it is waited for, or something was missed.
    public static boolean isTold(Receipt r) {
        return r.waiting() || r.attempts().stream().anyMatch(a -> a.missed() != null);
    }

    /// The whole way in one line.
    public String line(Receipt r, Instant now) {
        String way = r.attempts().stream().map(a -> attempt(a, now)).collect(Collectors.joining(" → "));
        String end = r.acceptedAt() != null
                ? messages.get("receipt.accepted", words.moment(r.acceptedAt(), now))
                : r.openedAt() != null ? messages.get("receipt.opened", words.moment(r.openedAt(), now)) : "";
        return messages.get(
                "receipt.line",
                words.department(r.department()),
                way.isEmpty() ? messages.get("receipt.unwatched") : way,
                end);
    }

    private String attempt(Receipt.Attempt a, Instant now) {
        String state = switch (a.status()) {
            case QUEUED -> messages.get("receipt.queued");
            case SENT -> messages.get("receipt.sent", words.moment(a.sentAt(), now));
            case DELIVERED -> messages.get("receipt.delivered", words.moment(a.deliveredAt(), now));
            case FAILED -> messages.get("receipt.failed");
        };
        String cause = a.cause() == null ? "" : messages.get("receipt.cause", cause(a.cause()));
        String gap = a.missed() == null ? "" : messages.get("receipt.gap", step(a.missed()), due(a, now));
        return channel(a.channel()) + " " + state + cause + gap;
    }

    private String due(Receipt.Attempt a, Instant now) {
        @Nullable
        Instant due = switch (String.valueOf(a.missed())) {
            case "sent" -> a.due().sent();
            case "delivered" -> a.due().delivered();
            case "opened" -> a.due().opened();
            default -> a.due().accepted();
        };
        return words.moment(due, now);
    }

    public String channel(String code) {
        return switch (code) {
            case "terminal" -> messages.get("receipt.terminal");
            case "sms" -> messages.get("receipt.sms");
            case "voice" -> messages.get("receipt.voice");
            case "call" -> messages.get("receipt.call");
            default -> messages.get("words.unknown-code", code);
        };
    }

    private String step(String code) {
        return switch (code) {
            case "sent" -> messages.get("receipt.not-sent");
            case "delivered" -> messages.get("receipt.not-delivered");
            case "opened" -> messages.get("receipt.not-opened");
            case "accepted" -> messages.get("receipt.not-accepted");
            default -> messages.get("words.unknown-code", code);
        };
    }

    private String cause(String code) {
        return switch (code) {
            case "no-gateway" -> messages.get("receipt.no-gateway");
            case "no-channel" -> messages.get("receipt.no-channel");
            case "no-phone" -> messages.get("receipt.no-phone");
            case "timeout" -> messages.get("receipt.timeout");
            case "unreachable" -> messages.get("receipt.unreachable");
            case "other-answer", "no-answer", "no-state" -> messages.get("receipt.odd-answer");
            case "not-reached" -> messages.get("receipt.not-reached");
            default -> code;
        };
    }
}
