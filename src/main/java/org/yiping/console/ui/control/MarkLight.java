package org.yiping.console.ui.control;

import java.util.Locale;

/// The filling of a case mark says how its time stands (时限灯). Any thread.
public enum MarkLight {
    /// Up to 80 % of the limit used: hollow.
    CALM,
    /// 80 to 100 %: lower half filled.
    SOON,
    /// Over 100 %: solid with an exclamation mark.
    OVER,
    /// 挂账, the clock stands: two bars.
    HELD,
    /// 结案: tick.
    DONE,
    /// 作废: cross.
    VOID,
    /// No clock yet or no data: dashed with a question mark.
    UNKNOWN;

    /// The word used as message key and as CSS pseudo class.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
