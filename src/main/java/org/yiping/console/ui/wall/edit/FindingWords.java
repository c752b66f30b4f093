package org.yiping.console.ui.wall.edit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.yiping.console.fx.Messages;
import org.yiping.domain.wall.Finding;

/// What the linter found, in words: which tile, what, how much, what to do. Any thread.
public final class FindingWords {
    private final Messages messages;

    public FindingWords(Messages messages) {
        this.messages = messages;
    }

    public String of(Finding f) {
        return f.tile() < 0
                ? said(f)
                : messages.get("scene.find.at", messages.get("scene.tile-n", f.tile() + 1), said(f));
    }

    private String said(Finding f) {
        return switch (f.rule()) {
            case LETTERS -> {
                String[] of = f.subject().split("/", 2);
                yield messages.get(
                        "scene.find.letters",
                        messages.get("scene.panel." + of[0]),
                        messages.get("scene.role." + of[of.length - 1]),
                        one(f.has()),
                        whole(f.needs()),
                        one(Math.ceil(f.needs() / f.has() * 10) / 10));
            }
            case CONTRAST ->
                messages.get(
                        "scene.find.contrast", messages.get("scene.ink." + f.subject()), one(f.has()), one(f.needs()));
            case BEZEL -> messages.get("scene.find.bezel", messages.get("scene.panel." + f.subject()), whole(f.has()));
            case DECODING -> messages.get("scene.find.decoding", whole(f.has()), whole(f.needs()), f.subject());
            case DECODING_MEASURED -> {
                By by = By.of(f.subject());
                yield messages.get(
                        "scene.find.decoding-measured", whole(f.has()), whole(f.needs()), machine(by.node), by.day);
            }
            case DECODING_UNKNOWN -> messages.get("scene.find.decoding-unknown", whole(f.has()), machine(f.subject()));
            case MEMORY -> messages.get("scene.find.memory", whole(f.has()), whole(f.needs()), by(f.subject()));
            case MEMORY_UNKNOWN -> messages.get("scene.find.memory-unknown", whole(f.has()), machine(f.subject()));
            case PIXELS -> messages.get("scene.find.pixels", one(f.has()), whole(f.needs()));
        };
    }

    private String machine(String node) {
        return node.isEmpty() ? messages.get("scene.find.machine") : messages.get("scene.find.machine-named", node);
    }

    /// Whether a number was measured, by whom and when, or typed.
    private String by(String subject) {
        By by = By.of(subject);
        return by.day.isEmpty()
                ? messages.get("scene.find.by-hand", subject)
                : messages.get("scene.find.by-measure", machine(by.node), by.day);
    }

    /// Which computer measured on which day; no day where it was none.
    private record By(String node, String day) {
        static By of(String subject) {
            int at = subject.indexOf('/');
            try {
                Instant when = Instant.parse(subject.substring(at + 1));
                return new By(subject.substring(0, Math.max(0, at)), FindingWords.day(when));
            } catch (DateTimeParseException _) {
                return new By("", "");
            }
        }
    }

    /// A day of this seat's calendar.
    static String day(Instant when) {
        return LocalDate.ofInstant(when, ZoneId.systemDefault()).toString();
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
