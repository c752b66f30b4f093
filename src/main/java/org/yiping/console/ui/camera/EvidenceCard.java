package org.yiping.console.ui.camera;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;

/// What was taken from a camera, its facts and the case it goes to (取证卡片): under the pictures while there is
/// something to say. FX thread.
final class EvidenceCard extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Desk desk;
    private final Messages messages;
    private final Words words;
    private final EvidenceDesk evidence;
    private final SimulatedTag simulated;
    private final Label title = Nodes.cut("", "t-strong");
    private final Label says = Nodes.label("", "t-second", "evidence-says");
    private final Label hash = Nodes.cut("", "t-second", "evidence-hash");
    private final TextField number = new TextField();
    private final TextField note = new TextField();
    private final KeyButton put;
    private final KeyButton drop;
    private final FlowPane line;
    private boolean typed;
    private boolean filling;

    EvidenceCard(Desk desk, Hall hall, Words words, EvidenceDesk evidence) {
        this.desk = desk;
        this.messages = hall.messages();
        this.words = words;
        this.evidence = evidence;
        getStyleClass().add("evidence-card");
        simulated = new SimulatedTag(SimulatedTag.What.SHORT, messages);
        field(number, "evidence/number", "evidence.number");
        field(note, "evidence/note", "evidence.note");
        put = new KeyButton(messages, "evidence/put", messages.get("evidence.put"), "Ctrl D", this::put)
                .low()
                .primary();
        drop = new KeyButton(messages, "evidence/drop", messages.get("evidence.drop"), "Ctrl U", evidence::drop).low();
        line = new FlowPane(number, note, put, drop);
        line.getStyleClass().add("evidence-line");
        getChildren().addAll(Nodes.row("line", simulated, title, Nodes.spring(), hash), says, line);
        setMinHeight(USE_PREF_SIZE);
        number.textProperty().subscribe(text -> {
            typed = !filling && !text.isEmpty();
            tell();
        });
    }

    private void field(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(messages.get(key));
        field.setAccessibleText(messages.get(key));
    }

    /// The case this seat has picked goes into the field, unless a number was typed there.
    void picked() {
        if (!typed) {
            filling = true;
            number.setText(desk.pickedCase().map(c -> c.head().number().value()).orElse(""));
            filling = false;
        }
    }

    void tell() {
        EvidenceState state = evidence.state();
        Optional<Exhibit> one = evidence.exhibit();
        boolean records = evidence.recording().isPresent();
        Nodes.show(this, records || !(state instanceof EvidenceState.Nothing));
        Nodes.show(simulated, one.filter(e -> e.camera().state().simulated()).isPresent());
        title.setText(one.map(this::title).orElse(messages.get("evidence.title")));
        hash.setText(one.map(e -> messages.get("evidence.hash", e.sha256())).orElse(""));
        Nodes.show(hash, one.isPresent());
        says.setText(says(state, one.map(this::facts).orElse("")));
        says.pseudoClassStateChanged(
                DANGER,
                state instanceof EvidenceState.Failed
                        || state instanceof EvidenceState.NotKept
                        || state instanceof EvidenceState.Refused);
        boolean over = evidence.isSent();
        boolean open = one.isPresent() && !over;
        Nodes.show(number, open);
        Nodes.show(note, open);
        Nodes.show(put, open);
        boolean busy = state instanceof EvidenceState.Working || state instanceof EvidenceState.Fetching;
        put.pending(busy);
        put.forbid(refusal());
        drop.words(messages.get(over || one.isEmpty() ? "evidence.close" : "evidence.drop"));
        Nodes.show(drop, !(busy || state instanceof EvidenceState.Nothing));
    }

    private String refusal() {
        if (note.getText() != null && note.getText().length() > Command.LONGEST_TEXT) {
            return messages.get(
                    "words.too-long", Command.LONGEST_TEXT, note.getText().length());
        }
        if (number.getText() == null || number.getText().isBlank()) {
            return messages.get("evidence.no-number");
        }
        return find(desk, number.getText()).isEmpty() ? messages.get("evidence.no-case") : "";
    }

    private String title(Exhibit e) {
        return messages.get(
                e.isClip() ? "evidence.clip-of" : "evidence.snapshot-of",
                e.footage().cameraName());
    }

    private String says(EvidenceState state, String facts) {
        String said = switch (state) {
            case EvidenceState.Nothing() -> "";
            case EvidenceState.Working() -> messages.get("evidence.working");
            case EvidenceState.Fetching() -> messages.get("evidence.fetching");
            case EvidenceState.Failed(String key) -> messages.get(key);
            case EvidenceState.Ready() -> facts;
            case EvidenceState.NotKept() -> messages.get("evidence.disk");
            case EvidenceState.Queued(var _, CaseId into) -> messages.get("evidence.queued", words.number(into));
            case EvidenceState.Stored(CaseId into) -> messages.get("evidence.stored", words.number(into));
            case EvidenceState.Refused(String title, String code) -> messages.get("evidence.rejected", title, code);
        };
        String more = evidence.open() > 0 ? messages.get("evidence.more", evidence.open()) : "";
        String records = evidence.recording()
                .map(d -> messages.get("evidence.recording", clock(d), clock(EvidenceDesk.LONGEST)))
                .orElse("");
        return String.join(
                " · ", Stream.of(records, said, more).filter(s -> !s.isEmpty()).toList());
    }

    /// When, by whose clock, how long and how large.
    private String facts(Exhibit e) {
        String size = Numbers.whole(Math.ceilDiv(e.content().length, 1_024));
        String by = words.seenBy(e.footage());
        String when = Shutter.when(words.stamp(e.footage().from()), e.footage());
        if (!e.isClip()) {
            return messages.get("evidence.snapshot-facts", when, by, e.grain(), size);
        }
        String said = messages.get("evidence.clip-facts", when, by, e.length().toSeconds(), size);
        if (e.length().compareTo(EvidenceDesk.CLIP.minusSeconds(1)) < 0) {
            said += messages.get("evidence.shorter", e.length().toSeconds());
        }
        return e.missing().isZero()
                ? said
                : said + messages.get("evidence.gap", e.missing().toSeconds());
    }

    private static String clock(Duration d) {
        return String.format(Locale.ROOT, "%d:%02d", d.toMinutes(), d.toSecondsPart());
    }

    private void put() {
        Optional<Case> into = find(desk, number.getText());
        into.ifPresent(c -> {
            evidence.put(c, note.getText() == null ? "" : note.getText());
            note.clear();
        });
    }

    /// The case of this number, or of the one number that ends so.
    static Optional<Case> find(Desk desk, String number) {
        String typed = number.strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var all = desk.stores().cases().rows().values().toList();
        Optional<Case> exact = all.stream()
                .filter(c -> c.head().number().value().equals(typed))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        var ending = all.stream()
                .filter(c -> c.head().number().value().endsWith(typed))
                .limit(2)
                .toList();
        return ending.size() == 1 ? Optional.of(ending.getFirst()) : Optional.empty();
    }
}
