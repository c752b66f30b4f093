package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Rows;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Joined;
import org.yiping.domain.casework.Place;
import org.yiping.domain.component.ComponentId;

/// Cases that were merged with the open one, are about the same component or lie at the same place (相关案件), with how
/// far and how long ago, each to be opened. FX thread.
final class RelatedView extends VBox {
    private final CaseViewModel model;
    private final Hall hall;
    private final Words words;
    private @Nullable Question asked;
    private List<Related> shown = List.of();

    /// What the answer hangs on: looking for it means going through every case.
    private record Question(
            CaseId id,
            Place place,
            @Nullable ComponentId component,
            @Nullable List<Joined> joined,
            @Nullable CaseId into) {}

    RelatedView(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        this.words = model.words();
        Nodes.show(this, false);
    }

    void show(Case c) {
        Question next = new Question(
                c.id(),
                c.place(),
                c.subject().component(),
                c.report().joined(),
                c.progress().mergedInto());
        if (next.equals(asked)) {
            return;
        }
        if (asked == null || !asked.id().equals(next.id())) {
            draw(List.of());
        }
        asked = next;
        Rows<CaseId, Case> all = model.desk().stores().cases().rows();
        hall.background()
                .run(
                        () -> Related.of(c, all),
                        found -> {
                            if (next.equals(asked)) {
                                draw(found);
                            }
                        },
                        _ -> {});
    }

    private void draw(List<Related> next) {
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        getChildren().clear();
        Nodes.show(this, !next.isEmpty());
        if (!next.isEmpty()) {
            getChildren().add(Nodes.label(text("case.related"), "section-title", "said-title"));
            next.forEach(r -> getChildren().add(row(r)));
        }
    }

    private VBox row(Related r) {
        Case value = r.value();
        String how = switch (r.how()) {
            case MERGED_INTO -> text("case.related-into");
            case MERGED_HERE -> text("case.related-here");
            case SAME_COMPONENT -> text("case.related-component");
            case SAME_PLACE -> text("case.related-place");
        };
        String facts = value == null
                ? text("case.related-unseen", how, r.number())
                : text(
                        "case.related-row",
                        how,
                        r.number(),
                        words.name(value),
                        Double.isNaN(r.metres()) ? "—" : words.metres(r.metres()),
                        words.age(Duration.between(value.report().reportedAt(), hall.now())),
                        words.state(value.progress().state()));
        Label line = Nodes.cut(facts, "t-second", "t-plain");
        return value == null ? row(line) : row(line, opens("case/related-", value, model, text("case.open-other")));
    }

    /// Facts over the whole width, what can be done below: number, distance and age are what one compares by.
    static VBox row(Label facts, Node... more) {
        facts.setWrapText(true);
        HBox below = Nodes.row("line", Nodes.spring());
        below.getChildren().addAll(more);
        Nodes.show(below, more.length > 0);
        return Nodes.column("related-row", facts, below);
    }

    /// Puts another case into this seat's hand.
    static Button opens(String id, Case other, CaseViewModel model, String words) {
        Button open = new Button(words);
        open.setId(id + other.id().value());
        open.setAccessibleText(words + " " + other.head().number().value());
        open.setMinWidth(USE_PREF_SIZE);
        open.getStyleClass().add("row-height");
        open.setOnAction(_ -> model.desk().pick(other.id()));
        return open;
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
