package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.CountdownLabel;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.LimitBar;
import org.yiping.console.ui.control.PendingNote;
import org.yiping.console.ui.control.PendingOverlay;
import org.yiping.console.ui.control.Tag;

/// A case in a list, 54 px (案件行): mark, two lines, countdown. FX thread.
///
/// One row node serves many cases as the list scrolls; `show` changes only what differs, because it is called every
/// second for every visible row. The place is cut first, then the criterion; name and countdown never.
public final class CaseRow extends StackPane {
    private static final double LINE_GAPS = 16;
    private static final PseudoClass LEFT = PseudoClass.getPseudoClass("left");

    private final Messages messages;
    private final CaseMark mark;
    private final Label name = label("t-name");
    private final Label criterion = label("t-second");
    private final HBox tags = new HBox();
    private final Label place = label("t-second");
    private final Label note = label("t-second", "t-accent");
    private String gone = "";
    private final CountdownLabel countdown;
    private final Label time = label("t-body", "t-muted");
    private final FontIcon source = Icons.of(Icons.COLLECTOR, Icons.Size.ROW);
    private final LimitBar bar;
    private final VBox lines;
    private final HBox timing;
    private final VBox times;
    private final PendingNote pendingNote;
    private final PendingOverlay overlay = new PendingOverlay();
    private final HBox row;
    private @Nullable CaseFace shown;

    public CaseRow(Messages messages) {
        this.messages = messages;
        mark = new CaseMark(messages, 20);
        countdown = new CountdownLabel(messages);
        bar = new LimitBar(messages);
        pendingNote = new PendingNote(messages);
        name.setMinWidth(Region.USE_PREF_SIZE);
        note.setMinWidth(Region.USE_PREF_SIZE);
        time.setMinWidth(Region.USE_PREF_SIZE);
        criterion.setMinWidth(0);
        place.setMinWidth(0);
        tags.getStyleClass().add("line");
        tags.setMinWidth(Region.USE_PREF_SIZE);
        HBox first = line(name, criterion, tags);
        HBox second = line(place, note);
        lines = new VBox(first, second);
        lines.getStyleClass().add("lines");
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.widthProperty().subscribe(_ -> nameFits());
        timing = line(source, bar);
        times = new VBox(countdown, timing);
        times.getStyleClass().add("times");
        row = new HBox(mark, lines, times);
        row.getStyleClass().add("case-row");
        getChildren().addAll(row, overlay);
    }

    /// Where the case went when it left the view; empty while it is in it.
    public void left(String where) {
        pseudoClassStateChanged(LEFT, !where.isEmpty());
        gone = where;
        note();
    }

    /// Where it went is said before who is at it.
    private void note() {
        CaseFace face = shown;
        note.setText(!gone.isEmpty() || face == null ? gone : face.text().who());
    }

    public void show(CaseFace face, Instant now) {
        CaseFace before = shown;
        shown = face;
        if (before == null
                || !before.value().equals(face.value())
                || !before.text().equals(face.text())) {
            facts(face);
        }
        if (before == null
                || before.light() != face.light()
                || before.stale() != face.stale()
                || !before.value().equals(face.value())) {
            mark.show(Clocks.shape(face.value().subject().kind()), Clocks.light(face.light()));
            mark.stale(face.stale());
        }
        CaseFace.Pending pending = face.pending();
        overlay.show(pending != null);
        if (pending != null) {
            pendingNote.show(pending.what(), Duration.between(pending.since(), now));
            put(pendingNote);
        } else {
            if (face.text().time().isEmpty()) {
                countdown.show(face.countdown());
                bar.show(face.countdown());
            }
            put(times);
        }
    }

    private void facts(CaseFace face) {
        name.setText(face.text().name());
        criterion.setText(face.text().criterion());
        Nodes.show(criterion, !face.text().criterion().isEmpty());
        place.setText(face.text().place());
        time.setText(face.text().time());
        note();
        boolean running = face.text().time().isEmpty();
        times.getChildren().set(0, running ? countdown : time);
        Nodes.show(bar, running);
        Icons.change(source, face.sourceIcon());
        tags.getChildren()
                .setAll(face.tags().stream().map(k -> Tag.of(k, messages)).toList());
        nameFits();
        setAccessibleText(face.text().name() + " " + face.text().criterion() + " "
                + face.text().place()
                + (face.text().who().isEmpty() ? "" : " " + face.text().who()));
    }

    /// The name is cut only where it alone is too long; else the criterion gives way.
    private void nameFits() {
        double room = lines.getWidth() - tags.prefWidth(-1) - LINE_GAPS;
        name.setMinWidth(room > 0 && name.prefWidth(-1) > room ? room : Region.USE_PREF_SIZE);
    }

    private void put(VBox right) {
        if (!row.getChildren().getLast().equals(right)) {
            row.getChildren().set(row.getChildren().size() - 1, right);
        }
    }

    private static HBox line(javafx.scene.Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("line");
        return line;
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }
}
