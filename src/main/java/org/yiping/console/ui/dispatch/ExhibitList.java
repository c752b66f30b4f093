package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Footage;

/// What cameras saw of a case (视频取证): which one, when and by whose clock, who took it, and the hash by which the file
/// is known. FX thread.
final class ExhibitList extends VBox {
    private final Messages messages;
    private final Words words;
    private final Consumer<String> opens;

    /// `opens` shows the picture of this file id.
    ExhibitList(Hall hall, Words words, Consumer<String> opens) {
        this.messages = hall.messages();
        this.words = words;
        this.opens = opens;
        getStyleClass().add("exhibits");
        Nodes.show(this, false);
    }

    void show(Case c) {
        List<Attachment> all =
                c.head().photos().stream().filter(a -> a.footage() != null).toList();
        getChildren().clear();
        if (!all.isEmpty()) {
            getChildren().add(Nodes.label(messages.get("evidence.list", all.size()), "section-title"));
        }
        for (int i = 0; i < all.size(); i++) {
            Attachment a = all.get(i);
            if (a.footage() != null) {
                getChildren().add(row(a, a.footage(), i + 1));
            }
        }
        Nodes.show(this, !all.isEmpty());
    }

    private VBox row(Attachment a, Footage f, int number) {
        HBox head = Nodes.row("line", Nodes.keep(messages.get(kind(f)), "t-strong"), Nodes.cut(f.cameraName()));
        if (a.simulated()) {
            head.getChildren().addFirst(new SimulatedTag(SimulatedTag.What.SHORT, messages));
        }
        if (a.showsPicture()) {
            head.getChildren()
                    .addAll(
                            Nodes.spring(),
                            new KeyButton(
                                            messages,
                                            "case/exhibit-" + number,
                                            messages.get("evidence.see"),
                                            "",
                                            () -> opens.accept(a.fileId()))
                                    .low());
        }
        String by = words.seenBy(f);
        String when = f.from().equals(f.until())
                ? words.stamp(f.from())
                : messages.get(
                        "evidence.span",
                        words.stamp(f.from()),
                        Duration.between(f.from(), f.until()).toSeconds());
        String seen = f.pixels() == null ? by : by + " · " + words.pixels(f.pixels());
        String who = f.by() == null ? "—" : words.post(f.by().post()) + " " + words.person(f.by().person());
        Label facts = Nodes.label(messages.get("evidence.facts", when, seen, who), "t-second");
        Label hash = Nodes.label(messages.get("evidence.hash", a.fileId()), "t-second", "evidence-hash");
        return Nodes.column("exhibit", head, facts, hash);
    }

    private static String kind(Footage f) {
        return switch (f.kind()) {
            case Footage.PHOTO -> "evidence.photo";
            case Footage.CLIP -> "evidence.clip-file";
            default -> "evidence.other";
        };
    }
}
