package org.yiping.console.ui.control;

import java.util.Locale;

/// The filling of a case mark says how its time stands (时限灯). Any thread.
public enum MarkLight {
    /// Up to 80 % of the limit used: hollow.
    CALM("control.light.calm"),
    /// 80 to 100 %: lower half filled.
    SOON("control.light.soon"),
    /// Over 100 %: solid with an exclamation mark.
    OVER("control.light.over"),
    /// 挂账, the clock stands: two bars.
    HELD("control.light.held"),
    /// 结案: tick.
    DONE("control.light.done"),
    /// 作废: cross.
    VOID("control.light.void"),
    /// No clock yet or no data: dashed with a question mark.
    UNKNOWN("control.light.unknown");

    private final String key;

    MarkLight(String key) {
        this.key = key;
    }

    /// Message key of its name.
    public String key() {
        return key;
    }

    /// The word used as CSS pseudo class.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
