package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.CountdownText;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.console.ui.control.MarkShape;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.wall.Box;

/// The case in focus (聚焦): what and where, and who is at it. FX thread.
final class CasePart implements WallPart {
    private static final int FACTS = 4;

    private final Messages messages;
    private final CaseMark mark;
    private final FitLine name;
    private final FitLine criterion;
    private final FitLine place;
    private final FitLine severity;
    private final FitLine number;
    private final SimulatedTag simulated;
    private final List<Line> lines = new ArrayList<>();
    private final VBox root;
    private @Nullable MarkShape shape;
    private @Nullable MarkLight light;

    private record Line(FitLine name, FitLine value) {}

    CasePart(Box box, Tiers tiers, Messages messages) {
        this.messages = messages;
        double narrow = Math.min(1, box.width() / 1200);
        double pad = WallPart.bezel(narrow);
        double height = box.height() - 2 * pad;
        double least = Math.min(tiers.may() * 0.5, height * 0.04);
        double head = Math.min(tiers.must() * 2.2, height * 0.18);
        mark = WallPart.mark(messages, head * 0.75);
        name = new FitLine(head, least, "wall-strong");
        severity = new FitLine(Math.min(tiers.should(), head * 0.5), least, "wall-strong", "wall-severity").keep();
        place = new FitLine(Math.min(tiers.must(), height * 0.1), least, "wall-strong");
        criterion = new FitLine(Math.min(tiers.should(), height * 0.075), least, "wall-muted");
        number = new FitLine(Math.min(tiers.may(), height * 0.06), least, "wall-muted");
        simulated = WallPart.based(
                new SimulatedTag(SimulatedTag.What.CASE, messages), Math.min(tiers.may(), height * 0.06));
        root = Nodes.column(
                "wall-case", Nodes.row("wall-card-line", mark, Nodes.grow(name), severity), place, criterion);
        for (int i = 0; i < FACTS; i++) {
            double px = Math.min(tiers.should(), height * 0.07);
            Line line = new Line(new FitLine(px, least, "wall-muted"), new FitLine(px, least));
            line.name.setMinWidth(px * 3.4);
            line.name.setPrefWidth(px * 3.4);
            line.name.setMaxWidth(px * 3.4);
            lines.add(line);
            HBox row = Nodes.row("wall-card-line", line.name, Nodes.grow(line.value));
            root.getChildren().add(row);
        }
        root.getChildren().addAll(Nodes.spring(), Nodes.row("wall-card-line", Nodes.grow(number), simulated));
        VBox.setVgrow(root.getChildren().get(root.getChildren().size() - 2), Priority.ALWAYS);
        root.setPadding(new Insets(pad));
        WallPart.based(root, Math.min(tiers.may(), height * 0.05));
        WallPart.sized(root, box.width(), box.height());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        WallFace.Focus focus = face.detail().focus();
        mark.setVisible(focus != null);
        Nodes.show(simulated, focus != null && focus.face().value().report().simulated());
        if (focus == null) {
            name.text(messages.get(face.standing().known() ? "wall.no-more" : "wall.no-data"));
            place.text("");
            criterion.text("");
            severity.text("");
            number.text("");
            lines.forEach(l -> {
                l.name.text("");
                l.value.text("");
            });
            return;
        }
        CaseFace c = focus.face();
        MarkShape nextShape = Clocks.shape(c.value().subject().kind());
        MarkLight nextLight = Clocks.light(c.light());
        if (nextShape != shape || nextLight != light) {
            shape = nextShape;
            light = nextLight;
            mark.show(nextShape, nextLight);
        }
        mark.stale(c.stale());
        name.text(c.text().name());
        place.text(c.text().place());
        criterion.text(c.text().criterion());
        severity.text(severity(c));
        severity.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("alarm"), c.value().subject().severity() == Severity.CRITICAL);
        number.text(focus.number());
        for (int i = 0; i < lines.size(); i++) {
            boolean there = i < focus.facts().size();
            lines.get(i).name.text(there ? focus.facts().get(i).name() : "");
            lines.get(i).value.text(there ? focus.facts().get(i).value() : "");
        }
    }

    private String severity(CaseFace c) {
        return switch (c.value().subject().severity()) {
            case CRITICAL -> messages.get("control.tag.topUrgent");
            case URGENT -> messages.get("control.tag.urgent");
            case ORDINARY, NOTICE -> "";
        };
    }

    @Override
    public String late(WallFace face) {
        return face.detail().lateCases();
    }

    /// Until when (时限): the largest thing on its wall.
    static final class Clock implements WallPart {
        private final Messages messages;
        private final FitLine title;
        private final FitLine basis;
        private final FitLine countdown;
        private final FitLine due;
        private final Region used = new Region();
        private final VBox root;
        private final double width;
        private final double bar;

        Clock(Box box, Tiers tiers, Messages messages) {
            this.messages = messages;
            double pad = WallPart.bezel(Math.min(1, box.width() / 1200));
            double height = box.height() - 2 * pad;
            double least = Math.min(tiers.may() * 0.5, height * 0.04);
            width = box.width() - 2 * pad;
            bar = Math.rint(height * 0.045);
            title = new FitLine(Math.min(tiers.must(), height * 0.11), least);
            basis = new FitLine(Math.min(tiers.should(), height * 0.09), least, "wall-muted").side(HPos.RIGHT);
            countdown = new FitLine(Math.min(tiers.figure() * 4.1, height * 0.45), least, "wall-strong", "wall-light");
            due = new FitLine(Math.min(tiers.should(), height * 0.09), least, "wall-muted").side(HPos.RIGHT);
            used.getStyleClass().add("wall-used");
            HBox track = Nodes.row("wall-track", used);
            WallPart.sized(track, width, bar);
            root = Nodes.column(
                    "wall-case", Nodes.row("wall-card-line", Nodes.grow(title), basis), countdown, track, due);
            root.setPadding(new Insets(pad));
            WallPart.based(root, Math.min(tiers.may(), height * 0.06));
            WallPart.sized(root, box.width(), box.height());
        }

        @Override
        public Region root() {
            return root;
        }

        @Override
        public void tick(WallFace face) {
            WallFace.Focus focus = face.detail().focus();
            title.text(messages.get("wall.deadline"));
            basis.text(focus == null ? "" : focus.basis());
            countdown.text(
                    focus == null
                            ? messages.get("control.countdown.unknown")
                            : CountdownText.of(focus.face().countdown(), messages));
            due.text(focus == null ? "" : focus.due());
            WallPart.sized(used, Math.rint(width * (focus == null ? 0 : Math.clamp(focus.used(), 0, 1))), bar);
            WallPart.light(
                    root,
                    focus == null
                            ? MarkLight.UNKNOWN
                            : Clocks.light(focus.face().light()));
            root.pseudoClassStateChanged(STALE, focus != null && focus.face().stale());
        }

        @Override
        public String late(WallFace face) {
            return face.detail().lateCases();
        }
    }

    /// How far (环节): the stages it went through and the one it is in.
    static final class Flow implements WallPart {
        private static final int MOST = 7;

        private final List<Line> lines = new ArrayList<>();
        private final List<HBox> rows = new ArrayList<>();
        private final FitLine title;
        private final Messages messages;
        private final VBox root;

        Flow(Box box, Tiers tiers, Messages messages) {
            this.messages = messages;
            double pad = WallPart.bezel(Math.min(1, box.width() / 1200));
            double height = box.height() - 2 * pad;
            double each = height / (MOST + 1.5);
            double px = Math.min(tiers.should(), each * 0.66);
            double least = px * 0.5;
            title = new FitLine(Math.min(tiers.must(), each * 0.8), least);
            root = Nodes.column("wall-case", title);
            for (int i = 0; i < MOST; i++) {
                Line line = new Line(
                        new FitLine(px, least, "wall-strong", "wall-light"),
                        new FitLine(px, least, "wall-muted").side(HPos.RIGHT));
                lines.add(line);
                HBox row = Nodes.row("wall-stage", Nodes.grow(line.name), line.value);
                WallPart.sized(row, box.width() - 2 * pad, Math.floor(each));
                rows.add(row);
                root.getChildren().add(row);
            }
            root.setPadding(new Insets(pad));
            WallPart.based(root, px * 0.5);
            WallPart.sized(root, box.width(), box.height());
        }

        @Override
        public Region root() {
            return root;
        }

        @Override
        public void tick(WallFace face) {
            WallFace.Focus focus = face.detail().focus();
            title.text(messages.get("wall.flow"));
            List<WallFace.Stage> path = focus == null ? List.of() : focus.path();
            int from = Math.max(0, path.size() - MOST);
            for (int i = 0; i < MOST; i++) {
                boolean there = from + i < path.size();
                rows.get(i).setVisible(there);
                if (there) {
                    WallFace.Stage stage = path.get(from + i);
                    lines.get(i).name.text(stage.name());
                    lines.get(i).value.text(stage.at());
                    rows.get(i).pseudoClassStateChanged(PseudoClass.getPseudoClass("running"), stage.now());
                    rows.get(i).pseudoClassStateChanged(PseudoClass.getPseudoClass("over"), stage.over());
                }
            }
        }

        @Override
        public String late(WallFace face) {
            return face.detail().lateCases();
        }
    }
}
