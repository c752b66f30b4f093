package org.yiping.console.ui;

import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// A feature's public face, placed in a window or on the wall. FX thread only.
///
/// Between `onHide` and `onShow` a panel holds no subscription: what nobody sees costs nothing, and it refills
/// when shown. Both may be called more than once in a row.
public interface Panel {
    Region root();

    void onShow();

    void onHide();

    /// A key nobody below has used, wherever the focus is in the window: true where this panel used it.
    default boolean onKey(KeyEvent event) {
        return false;
    }
}
