package org.yiping.console.ui.debrief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.command.Command;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefVerdict;

/// Verdict, words and signature of the open debrief (签署); signed it is only read, until somebody opens another edition
/// for a reason. FX thread.
final class SignView {
    private final DebriefModel model;
    private final DebriefWords words;
    private final VBox editions = Nodes.column("debrief-editions");
    private final Map<String, Chip> verdicts = new LinkedHashMap<>();
    private final FlowPane choice = new FlowPane();
    private final TextArea summary;
    private final TextArea reason;
    private final Label reads = Nodes.label("", "t-second");
    private final Label conflict = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final Label signGap = Nodes.whenSaid(Nodes.label("", "t-second"));
    private final Label reopenGap = Nodes.whenSaid(Nodes.label("", "t-second"));
    private final KeyButton sign;
    private final KeyButton reopen;
    private final VBox signing;
    private final VBox reopening;
    private final VBox none;
    private final VBox root;
    private String verdict = "";
    private String of = "";
    private @Nullable Debrief painted;

    SignView(DebriefModel model, Hall hall, DebriefWords words) {
        this.model = model;
        this.words = words;
        summary = area("debrief/summary", "debrief.summary");
        reason = area("debrief/reason", "debrief.reason");
        choice.getStyleClass().add("past-buttons");
        sign = new KeyButton(hall.messages(), "debrief/sign", words.text("debrief.sign"), "Ctrl ↵", this::sign)
                .primary();
        reopen = new KeyButton(hall.messages(), "debrief/reopen", words.text("debrief.reopen"), "Ctrl ↵", this::reopen);
        summary.textProperty().addListener((_, _, _) -> allow());
        reason.textProperty().addListener((_, _, _) -> allow());
        reads.setWrapText(true);
        signGap.setWrapText(true);
        reopenGap.setWrapText(true);
        conflict.setWrapText(true);
        signing = Nodes.column(
                "section",
                Nodes.label(words.text("debrief.verdict"), "field-label"),
                choice,
                summary,
                reads,
                sign,
                signGap);
        reopening = Nodes.column("section", reason, reopen, reopenGap);
        EmptyState empty = EmptyState.empty(words.text("debrief.sign-none"));
        none = new VBox(empty);
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(editions));
        scroll.setId("debrief/editions");
        scroll.setAccessibleText(words.text("debrief.editions"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("figure-scroll");
        root = Nodes.column("debrief-sheet", none, conflict, signing, reopening, Nodes.grow(scroll));
    }

    private TextArea area(String id, String key) {
        TextArea area = Nodes.drawnStraight(new TextArea());
        area.setId(id);
        area.setAccessibleText(words.text(key));
        area.setPromptText(words.text(key));
        area.setWrapText(true);
        area.setPrefRowCount(3);
        area.setPrefColumnCount(12);
        area.getStyleClass().add("debrief-note");
        return area;
    }

    Region root() {
        return root;
    }

    void focus() {
        if (signing.isVisible()) {
            summary.requestFocus();
        } else if (reopening.isVisible()) {
            reason.requestFocus();
        }
    }

    void onEscape(Runnable leave) {
        Nodes.onEscape(summary, leave);
        Nodes.onEscape(reason, leave);
    }

    private void sign() {
        if (sign.allowed() && !verdict.isEmpty()) {
            model.sign(verdict, said(summary));
        }
    }

    private void reopen() {
        if (reopen.allowed() && !said(reason).isEmpty()) {
            model.reopen(said(reason));
        }
    }

    private static String said(TextArea area) {
        return area.getText() == null ? "" : area.getText().strip();
    }

    void refresh() {
        Debrief open = model.opened().orElse(null);
        String now = open == null ? "" : open.id().value() + " " + open.edition();
        if (!now.equals(of)) { // another one: what was half written of the last does not belong to it
            of = now;
            verdict = "";
            summary.clear();
            reason.clear();
        }
        boolean signed = open != null && open.signature().isPresent();
        Nodes.show(none, open == null);
        Nodes.show(signing, open != null && !signed);
        Nodes.show(reopening, signed);
        verdicts();
        verdicts.forEach((code, chip) -> chip.setSelected(code.equals(verdict)));
        reads.setText(words.text("debrief.reads", model.readCount()));
        String also = model.meanwhile();
        conflict.setText(model.conflict() + (also.isEmpty() ? "" : "\n" + also));
        Transport.pending(sign, model.signing());
        Transport.pending(reopen, model.reopening());
        if (!Objects.equals(open, painted)) {
            painted = open;
            editions.getChildren().setAll(open == null ? List.of() : editions(open));
        }
        allow();
    }

    private void verdicts() {
        List<String> codes = model.verdicts().stream().map(DebriefVerdict::code).toList();
        if (!List.copyOf(verdicts.keySet()).equals(codes)) {
            verdicts.clear();
            for (String code : codes) {
                Chip chip = new Chip("debrief/verdict-" + code, model.verdict(code));
                chip.setOnAction(_ -> {
                    verdict = code;
                    refresh();
                });
                verdicts.put(code, chip);
            }
            choice.getChildren().setAll(verdicts.values());
        }
    }

    private void allow() {
        String why = model.maySign();
        Transport.allow(
                sign,
                !why.isEmpty()
                        ? why
                        : verdict.isEmpty()
                                ? words.text("debrief.need-verdict")
                                : said(summary).isEmpty() ? words.text("debrief.need-summary") : tooLong(summary));
        String not = model.mayReopen();
        Transport.allow(
                reopen,
                !not.isEmpty() ? not : said(reason).isEmpty() ? words.text("debrief.need-reason") : tooLong(reason));
        signGap.setText(sign.reason());
        reopenGap.setText(reopen.reason());
    }

    private String tooLong(TextArea area) {
        return said(area).length() > Command.LONGEST_TEXT
                ? words.text("debrief.text-too-long", Command.LONGEST_TEXT)
                : "";
    }

    /// The newest first, each with how it ended.
    private List<Region> editions(Debrief d) {
        List<Region> all = new ArrayList<>();
        for (int i = d.edition(); i >= 1; i--) {
            Debrief.Edition e = d.editions().get(i - 1);
            VBox box = Nodes.column("debrief-edition");
            box.getChildren()
                    .add(Nodes.cut(
                            words.text("debrief.edition", i) + " · "
                                    + words.text(
                                            "debrief.begun-by",
                                            words.names().person(e.by().person()),
                                            words.names().stamp(e.at())),
                            "t-second"));
            if (e.reason() != null) {
                box.getChildren().add(wrapped(words.text("debrief.because", e.reason()), "t-body"));
            }
            Debrief.Signature s = e.signature();
            if (s == null) {
                box.getChildren().add(Nodes.label(words.text("debrief.under-way"), "t-body", "t-muted"));
            } else {
                box.getChildren()
                        .addAll(
                                wrapped(model.verdict(s.verdict()), "t-name"),
                                wrapped(s.summary(), "t-body"),
                                wrapped(
                                        words.text(
                                                "debrief.signed-by",
                                                words.names().post(s.by().post()),
                                                words.names().person(s.by().person()),
                                                words.names().stamp(s.at()),
                                                s.comments()),
                                        "t-second"));
            }
            all.add(box);
        }
        return all;
    }

    private static Label wrapped(String text, String style) {
        Label label = Nodes.label(text, style);
        label.setWrapText(true);
        return label;
    }
}
