package org.yiping.console.ui.cases;

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

    private final class Flow extends VirtualFlow<ListCell<QueueRow>> {
        /// The change for which it was asked last.
        private int asked;

        /// Left out only where the same change asked already, a moment ago: whoever remembers longer may wait for a
        /// layout that was done with before, and shows old rows.
        @Override
        public void requestLayout() {
            int telling = getItems() instanceof QueueItems rows ? rows.telling() : 0;
            if (telling == 0 || telling != asked) {
                asked = telling;
                super.requestLayout();
            }
        }
    }
}
