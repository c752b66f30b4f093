package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.CameraUse.Tally;

/// A camera's day in words. Stateless; any thread.
final class UptimeWords {
    private UptimeWords() {}

    /// Never rounded up to a hundred: what failed once did not run all day.
    static String percent(double share) {
        double tenths = Math.floor(share * 1_000) / 10;
        return String.format(Locale.ROOT, tenths == Math.rint(tenths) ? "%.0f%%" : "%.1f%%", tenths);
    }

    /// With one decimal below ten.
    static String minutes(long seconds) {
        double m = seconds / 60.0;
        return String.format(Locale.ROOT, m < 10 && seconds % 60 != 0 ? "%.1f" : "%.0f", m);
    }

    /// How long it was so, what went wrong first, without what did not happen.
    static String detail(Tally t, Messages messages) {
        List<String> parts = new ArrayList<>();
        if (t.faults() > 0) {
            parts.add(messages.get("uptime.faults", t.faults()));
        }
        add(parts, messages, "uptime.lost", t.lost());
        add(parts, messages, "uptime.frozen", t.frozen());
        add(parts, messages, "uptime.dark", t.dark());
        add(parts, messages, "uptime.blurred", t.blurred());
        add(parts, messages, "uptime.live", t.live());
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, Messages messages, String key, long seconds) {
        if (seconds > 0) {
            parts.add(messages.get(key, minutes(seconds)));
        }
    }
}
