package org.yiping.console.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A row of a list: a face that is as wide as the list and cut there, never scrolled sideways, read out
/// as it reads, and gone where there is nothing to show. FX thread.
public final class FaceCell<T> extends ListCell<T> {
    private final Face<T> face;

    /// How one thing looks in a list; made once a row, shows one thing after another.
    public interface Face<T> {
        Region root();

        /// Shows it as it is now; what it reads, absent where there is nothing of it to be shown.
        @Nullable
        String show(T item);
    }

    private FaceCell(Face<T> face) {
        this.face = face;
        face.root().setMinWidth(0);
        setPrefWidth(0); // the list gives the width
    }

    /// Gives a list rows with such faces; what is answered paints all of them anew.
    public static <T> Runnable fill(ListView<T> list, Supplier<Face<T>> faces) {
        List<FaceCell<T>> cells = new ArrayList<>();
        list.setCellFactory(_ -> {
            FaceCell<T> cell = new FaceCell<>(faces.get());
            cells.add(cell);
            return cell;
        });
        return () -> cells.forEach(FaceCell::paint);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        paint();
    }

    private void paint() {
        T item = isEmpty() ? null : getItem();
        String reads = item == null ? null : face.show(item);
        setAccessibleText(reads);
        setGraphic(reads == null ? null : face.root());
    }
}
