package org.yiping.console.ui.cases;

import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ListViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/// The list view of the queue. JavaFX marks each row that was replaced and asks every time for a new layout, up to the
/// window: for forty thousand rows put in order anew that took longer than drawing them. Here it is asked for once. FX
/// thread.
final class QueueList extends ListView<QueueRow> {
    @Override
    protected Skin<?> createDefaultSkin() {
        return new ListViewSkin<>(this) {
            @Override
            protected VirtualFlow<ListCell<QueueRow>> createVirtualFlow() {
                return new Flow();
            }
        };
    }

    private static final class Flow extends VirtualFlow<ListCell<QueueRow>> {
        /// Asked for where all the way up it was asked for already. One step alone would not do: what is asked for
        /// while it is being laid out is marked, and nobody above it knows.
        @Override
        public void requestLayout() {
            for (Parent p = this; p != null; p = p.getParent()) {
                if (!p.isNeedsLayout()) {
                    super.requestLayout();
                    return;
                }
            }
        }
    }
}
