package org.yiping.console.ui;

import java.util.List;
import javafx.scene.layout.Region;

/// A feature's public face, placed in a window or on the wall. FX thread only.
///
/// Between `onHide` and `onShow` a panel holds no subscription: what nobody sees costs nothing, and it refills
/// when shown. Both may be called more than once in a row.
public interface Panel {
    Region root();

    void onShow();

    void onHide();

    /// After `onHide`: it is shown at another place next, of other things. Pictures of this one are let go, so that
    /// none is seen there, and a panel that lies ready costs no picture's memory.
    default void forget() {}

    /// What a hand can do here now beyond the buttons that stand here, which the window finds itself;
    /// an action whose id is a button's stands for that button.
    default List<Action> actions() {
        return List.of();
    }
}
