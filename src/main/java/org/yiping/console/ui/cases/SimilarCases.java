package org.yiping.console.ui.cases;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Lookup.Twin;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;

/// Cases that may be what is being taken in (相似案件), asked for a moment after the last key; without a link there are
/// none to show. FX thread.
final class SimilarCases {
    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final ObservableList<Twin> found = FXCollections.observableArrayList();
    private final ObservableList<Twin> seen = FXCollections.unmodifiableObservableList(found);
    private @Nullable Sought wanted;
    private @Nullable Sought asked;

    private record Sought(ClassCode classCode, Position place) {}

    SimilarCases(Desk desk, Hall hall, Words words) {
        this.desk = desk;
        this.hall = hall;
        this.words = words;
    }

    Hall hall() {
        return hall;
    }

    ObservableList<Twin> found() {
        return seen;
    }

    String words(Twin t) {
        return hall.messages()
                .get(
                        "intake.twin",
                        t.value().head().number().value(),
                        words.metres(t.metres()),
                        words.age(t.apart().abs()),
                        words.state(t.value().progress().state()));
    }

    /// Shows a case that is there already; the sheet stays, for the call goes on.
    void open(Twin t) {
        desk.pick(t.value().id());
    }

    CompletableFuture<Found<byte[]>> file(String id) {
        return desk.lookup().file(id);
    }

    /// Of that class at that place, as far as both are known.
    void look(@Nullable CaseClass thing, @Nullable Position place) {
        Sought next = thing == null || place == null ? null : new Sought(thing.code(), place);
        wanted = next;
        if (next == null) {
            asked = null;
            found.clear();
        } else {
            hall.fx().after(IntakeViewModel.PAUSE, () -> {
                if (next.equals(wanted)) {
                    ask(next);
                }
            });
        }
    }

    private void ask(Sought next) {
        if (Objects.equals(next, asked)) {
            return;
        }
        asked = next;
        found.clear();
        var _ = desk.lookup().duplicates(next.classCode(), next.place()).thenAccept(f -> {
            if (f instanceof Found.Got<List<Twin>>(List<Twin> twins)) {
                hall.fx().execute(() -> {
                    if (next.equals(asked)) {
                        found.setAll(twins);
                    }
                });
            }
        });
    }
}
