package org.yiping.console.ui;

import java.time.LocalDate;
import org.yiping.console.fx.Messages;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.command.Command;

/// What a flow record says beside its action: who, where it led, what was given, the reason. Stateless; any thread.
public record RecordWords(Messages messages, Words words) {
    public String of(FlowRecord r) {
        String who = words.post(r.actor().post()) + " " + words.person(r.actor().person());
        String to = r.step().from().equals(r.step().to())
                ? ""
                : " → " + words.state(r.step().to());
        return who + to + given(r) + (r.note().isBlank() ? "" : " · " + r.note());
    }

    /// What was asked for or decided beside the words, e.g. the hours of an extension.
    private String given(FlowRecord r) {
        Command.Fields f = r.given();
        if (f == null) {
            return "";
        }
        StringBuilder more = new StringBuilder();
        if (r.overruled() != null) {
            more.append(" · ")
                    .append(messages.get(
                            "case.overruled",
                            words.department(r.overruled().chosen()),
                            words.department(r.overruled().recommended())));
        }
        if (f.handler() != null && r.step().action().value().equals("take-case")) {
            more.append(" · ").append(messages.get("case.given-former", words.person(f.handler())));
        }
        if (f.survivor() != null) {
            more.append(" · ").append(messages.get("case.given-survivor", words.number(f.survivor())));
        }
        String kind = kind(r, f.kind() == null ? "" : f.kind());
        if (!kind.isEmpty()) {
            more.append(" · ").append(kind);
        }
        if (f.hours() != null) {
            more.append(" · ").append(messages.get("case.given-hours", f.hours()));
        }
        LocalDate until = f.until();
        if (until != null) {
            more.append(" · ").append(messages.get("case.given-until", until.toString()));
        }
        return more.toString();
    }

    /// The step of a tick is its note already.
    private String kind(FlowRecord r, String kind) {
        return switch (r.step().action().value()) {
            case "step-done", "step-undone" -> "";
            case "printed" -> messages.get(kind.equals("pdf") ? "case.printed-pdf" : "case.printed-paper");
            default -> kind.isEmpty() ? "" : words.kind(r.step().action(), kind);
        };
    }
}
