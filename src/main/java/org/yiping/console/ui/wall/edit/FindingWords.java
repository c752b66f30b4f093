package org.yiping.console.ui.wall.edit;

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
            case DECODING_UNKNOWN -> messages.get("scene.find.decoding-unknown", whole(f.has()));
            case PIXELS -> messages.get("scene.find.pixels", one(f.has()), whole(f.needs()));
        };
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
