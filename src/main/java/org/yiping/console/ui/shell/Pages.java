package org.yiping.console.ui.shell;

import java.util.List;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Panel;

/// The workstation's pages as one window reaches them. FX thread.
interface Pages {
    Panel make(String page);

    /// Shows it in the window that is there for it.
    void ask(String page);

    /// Goes to that page and does there what has the action's id, as it stands then.
    void at(String page, Action action);

    /// What the pages offer that this window does not show now: each goes to its page first and is judged there.
    List<Action> elsewhere();
}
