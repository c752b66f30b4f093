package org.yiping.console.ui;

import javafx.scene.layout.Region;

/// A page with nothing on it.
public class EmptyPanel implements Panel {
    private final Region root = new Region();

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}
}
