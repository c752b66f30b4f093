package org.yiping.console.ui.dispatch;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Lookup.Twin;
import org.yiping.console.store.Rows;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.catalogue.ClassCode;

/// Cases that may be the same thing (相似案件): number, distance, how long apart, state, and a button that merges the
/// open case into one. Without a link the cases at hand are compared and nothing is merged. FX thread.
final class TwinsView extends VBox {
    private final CaseViewModel model;
    private final Hall hall;
    private final Messages messages;
    private final Words words;
    private @Nullable Drawn drawn;
    private @Nullable Question asked;
    /// Null while it is looked for.
    private @Nullable List<SameKind> near;

    /// What the rows were drawn from.
    private record Drawn(
            Case value, @Nullable List<Twin> told, @Nullable List<SameKind> near, boolean merges) {}

    /// What hangs on what is near: looking for it means going through every case.
    private record Question(CaseId id, Place place, ClassCode classCode) {
        boolean isOf(Case c) {
            return c.id().equals(id);
        }
    }

    TwinsView(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        this.messages = hall.messages();
        this.words = model.words();
    }

    /// Drawn anew only where it would read differently: a button must not vanish from under a hand.
    void show(Case c) {
        List<Twin> told = model.advice().twins().orElse(null);
        if (told == null) {
            look(c);
        }
        Drawn next = new Drawn(
                c, told, told == null ? near : null, model.mergeAction().isPresent());
        if (next.equals(drawn)) {
            return;
        }
        drawn = next;
        getChildren().clear();
        getChildren()
                .add(Nodes.label(
                        messages.get(told != null ? "case.twins" : "case.similar"), "section-title", "said-title"));
        if (told != null) {
            told.forEach(t -> getChildren().add(row(t)));
        } else if (near != null) {
            near.forEach(s -> getChildren().add(line(s)));
        }
        if (getChildren().size() == 1 && (told != null || near != null)) {
            getChildren().add(Nodes.cut(messages.get("case.similar-none"), "t-second"));
        }
    }

    private void look(Case c) {
        Question next = new Question(c.id(), c.place(), c.subject().classCode());
        if (next.equals(asked)) {
            return;
        }
        asked = next;
        near = null;
        Rows<CaseId, Case> all = model.desk().stores().cases().rows();
        hall.background()
                .run(
                        () -> SameKind.near(c, all.values()),
                        found -> {
                            if (next.equals(asked)) {
                                near = found;
                                model.value().filter(next::isOf).ifPresent(this::show);
                            }
                        },
                        _ -> asked = next.equals(asked) ? null : asked); // the next time it is shown it is tried again
    }

    private VBox line(SameKind s) {
        Label facts = Nodes.cut(
                messages.get(
                        "case.similar-row",
                        s.value().head().number().value(),
                        words.metres(s.metres()),
                        words.state(s.value().progress().state()),
                        words.shortMinute(s.value().report().reportedAt(), model.now())),
                "t-second",
                "t-plain");
        return RelatedView.row(
                facts, RelatedView.opens("case/open-", s.value(), model, messages.get("case.open-other")));
    }

    private VBox row(Twin t) {
        String number = t.value().head().number().value();
        String key = t.apart().isNegative() ? "case.twin-later" : "case.twin-earlier";
        Label facts = Nodes.cut(
                messages.get(
                        key,
                        number,
                        words.metres(t.metres()),
                        words.age(t.apart().abs()),
                        words.state(t.value().progress().state())),
                "t-second",
                "t-plain");
        List<Node> more = new ArrayList<>();
        if (t.photo() != null) {
            more.add(Nodes.keep(messages.get("case.twin-photo"), "t-second"));
        }
        if (model.desk().stores().cases().find(t.value().id()).isPresent()) {
            more.add(RelatedView.opens("case/open-", t.value(), model, messages.get("case.open-other")));
        }
        if (t.refusal() != null) {
            more.add(Nodes.keep(messages.get("case.twin-over"), "t-second"));
        } else if (model.mergeAction().isPresent()) {
            Button merge = new Button(messages.get("case.twin-merge"));
            merge.setId("case/merge-" + t.value().id().value());
            merge.setAccessibleText(messages.get("case.twin-merge") + " " + number);
            merge.setMinWidth(USE_PREF_SIZE);
            merge.getStyleClass().add("row-height");
            merge.setOnAction(_ -> model.merge(t.value().id()));
            more.add(merge);
        }
        return RelatedView.row(facts, more.toArray(Node[]::new));
    }
}
