package org.yiping.console.ui.dispatch;

import java.util.List;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Words;
import org.yiping.domain.advice.Evidence;
import org.yiping.domain.area.AreaCode;

/// The platform's evidence in words; a code this version does not know is shown as it came. Stateless but for its
/// words; FX thread.
final class EvidenceWords {
    private final Messages messages;
    private final Words words;

    EvidenceWords(Messages messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    /// `className` is what the case is called.
    String of(Evidence e, String className) {
        return switch (e.code()) {
            case "maintains" -> messages.get("evidence.maintains", arg(e, 0), arg(e, 1));
            case "owns" -> messages.get("evidence.owns", arg(e, 0), arg(e, 1));
            case "oversees" -> messages.get("evidence.oversees", arg(e, 0), arg(e, 1));
            case "duty-grid" -> messages.get("evidence.duty-grid", area(e, 0));
            case "names-class" -> messages.get("aids.names-class", className);
            case "every-class" -> messages.get("aids.every-class");
            case "covers-area" -> messages.get("aids.covers", area(e, 0));
            case "whole-city" -> messages.get("aids.whole-city");
            case "ruled-component" -> messages.get("evidence.ruled-component", arg(e, 0), arg(e, 1));
            case "ruled-place" -> messages.get("evidence.ruled-place", arg(e, 0), arg(e, 1), arg(e, 2));
            case "refused" -> messages.get("evidence.refused", arg(e, 0));
            case "no-owner" -> messages.get("evidence.no-owner");
            case "no-ruling" -> messages.get("evidence.no-ruling");
            case "unknown-component" -> messages.get("evidence.unknown-component", arg(e, 0));
            default -> e.code() + " " + String.join(" ", e.args());
        };
    }

    private String area(Evidence e, int index) {
        String code = arg(e, index);
        return code.isEmpty() ? "" : words.area(new AreaCode(code));
    }

    private static String arg(Evidence e, int index) {
        List<String> args = e.args();
        return index < args.size() ? args.get(index) : "";
    }
}
