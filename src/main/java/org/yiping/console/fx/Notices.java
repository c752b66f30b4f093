package org.yiping.console.fx;

import java.util.Comparator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The stack of notices (提示) of one window set, the gravest first, then the newest.
///
/// [#show] and [#dismiss] from any thread; the list changes on the JavaFX thread only. It keeps all of them: the view
/// shows three and counts the rest, so that nothing an operator must know falls off the end.
public final class Notices {
    private final Fx fx;
    private final ObservableList<Notice> all = FXCollections.observableArrayList();
    private final ObservableList<Notice> readOnly = FXCollections.unmodifiableObservableList(all);

    public Notices(Fx fx) {
        this.fx = fx;
    }

    public ObservableList<Notice> all() {
        return readOnly;
    }

    public void show(Notice notice) {
        fx.execute(() -> {
            all.removeIf(each -> each.id().equals(notice.id()));
            int at = 0;
            var order = Comparator.comparing(Notice::kind);
            while (at < all.size() && order.compare(all.get(at), notice) < 0) {
                at++;
            }
            all.add(at, notice);
        });
    }

    public void dismiss(String id) {
        fx.execute(() -> all.removeIf(each -> each.id().equals(id)));
    }
}
