package org.yiping.console.ui.cases;

import java.util.EnumSet;
import java.util.Set;

/// What a row of the queue may say beyond name, light and countdown, which it always says. In this order; the place
/// stands last, for it is cut first. Stateless; any thread.
enum QueueColumn {
    CRITERION,
    NUMBER,
    DEPARTMENT,
    HANDLER,
    REPORTED,
    SOURCE,
    PLACE;

    /// What a row says until the seat chooses.
    static Set<QueueColumn> usual() {
        return EnumSet.of(CRITERION, PLACE);
    }
}
