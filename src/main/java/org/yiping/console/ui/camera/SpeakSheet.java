package org.yiping.console.ui.camera;

// long because words and voice share camera, rules and the line that says what became of them

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.CameraUse.Said;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.Device;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.video.VideoRules;

/// Speaks through a camera's loudspeaker (喊话): the words, how loud, how often, what the city's rules say of it, and
/// what became of it. Nothing is called heard: a device that played something says so, and people look. FX thread.
final class SpeakSheet implements Speaking {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final String REFUSED = "VID-4220.";
    private static final int USUAL_VOLUME = 60;
    private static final int ROWS = 3;

    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final PtzWords reasons;
    private final Words words;
    private final CameraSheets sheets;
    private final Label title = Nodes.cut("", "t-name");
    private final TextArea text = Nodes.drawnStraight(new TextArea());
    private final TextField volume = new TextField();
    private final TextField repeats = new TextField();
    private final Label limits = Nodes.label("", "t-second");
    private final Label state = Nodes.whenSaid(Nodes.label("", "ptz-state"));
    private final KeyButton send;
    private final KeyButton hold;
    private final Subscriptions windows = new Subscriptions();
    private @Nullable TalkHand voice;
    private final EffectList effects;
    private final Region root;
    private @Nullable Camera camera;
    private long asked;
    private boolean answered;
    /// What was said last here, as it is on screen.
    private @Nullable Said said;

    SpeakSheet(Desk desk, Hall hall, CameraSheets sheets) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        this.sheets = sheets;
        reasons = new PtzWords(desk, messages);
        words = new Words(desk.stores(), messages);
        effects = new EffectList(desk, hall, this::open);
        text.setId("speak/text");
        text.setPromptText(messages.get("speak.text"));
        text.setAccessibleText(messages.get("speak.text"));
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        number(volume, "volume", messages.get("speak.volume"));
        number(repeats, "repeats", messages.get("speak.repeats"));
        send = new KeyButton(messages, "speak/send", messages.get("speak.send"), "Ctrl ↵", this::send).primary();
        hold = new KeyButton(messages, "speak/hold", messages.get("talk.hold"), "Space", () -> {});
        hold.armedProperty().subscribe(this::hold);
        hold.sceneProperty().subscribe(this::watch);
        FlowPane buttons = new FlowPane(
                send,
                hold,
                new KeyButton(messages, "speak/close", messages.get("ptz.close"), "Esc", sheets::close).flat());
        buttons.getStyleClass().add("camera-buttons");
        FlowPane how = new FlowPane(
                Nodes.keep(messages.get("speak.volume"), "t-second"),
                volume,
                Nodes.keep(messages.get("speak.repeats"), "t-second"),
                repeats);
        how.getStyleClass().add("speak-how");
        limits.setWrapText(true);
        state.setWrapText(true);
        root = Nodes.column("camera-sheet", title, text, how, limits, state, buttons, effects.root());
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
                send();
            }
        });
        text.textProperty().subscribe(_ -> changed());
        volume.textProperty().subscribe(_ -> changed());
        repeats.textProperty().subscribe(_ -> changed());
    }

    private static void number(TextField field, String id, String name) {
        field.setId("speak/" + id);
        field.setAccessibleText(name);
        field.getStyleClass().add("preset-number");
    }

    @Override
    public void open(Camera of, String proposedText) {
        VideoRules.Speaking rules = rules().speaking();
        camera = of;
        asked++;
        title.setText(messages.get("speak.title-of", of.name()));
        text.setText(proposedText);
        volume.setText(Integer.toString(Math.min(USUAL_VOLUME, rules.volume())));
        repeats.setText(Integer.toString(Math.min(1, rules.repeats())));
        limits.setText(limits(rules));
        send.pending(false);
        changed();
        sheets.open(root, text);
    }

    /// Held by the mouse, or by Space where it has the focus; it is let go with the focus.
    private void hold(boolean down) {
        Camera of = camera;
        if (!down) {
            letGo();
        } else if (of != null && hold.allowed()) {
            if (voice == null) {
                voice = desk.lookup()
                        .cameras()
                        .map(use -> new TalkHand(use, hall.fx(), hall.sounds().microphone(), this::talked))
                        .orElse(null);
            }
            if (voice != null) {
                voice.press(of.id(), whole(volume));
            }
        }
    }

    private void letGo() {
        if (voice != null) {
            voice.release();
        }
    }

    /// Whoever closes the form or leaves the window has let go.
    private void watch(@Nullable Scene scene) {
        windows.close();
        if (scene == null) {
            letGo();
            return;
        }
        windows.listen(scene.windowProperty().flatMap(Window::focusedProperty), focused -> {
            if (!Boolean.TRUE.equals(focused)) {
                letGo();
            }
        });
    }

    private void talked(TalkHand.Word w) {
        String seconds = Long.toString(w.millis() / 1_000);
        String longest = Long.toString(rules().speaking().longestTalk().toSeconds());
        answered = true;
        switch (w.kind()) {
            case OPENING -> say(messages.get("talk.opening"), false);
            case ASKED -> say(messages.get("talk.asked"), false);
            case TALKING -> say(messages.get(w.simulated() ? "talk.on-simulated" : "talk.on", seconds, longest), false);
            case ENDING -> say(messages.get("talk.ending"), false);
            case ENDED -> say(ended(w, seconds), false);
            case FAILED -> say(messages.get("talk.failed", talkWhy(w.reason())), true);
            case HELD ->
                say(
                        w.holder() == null
                                ? messages.get("talk.held-by-somebody")
                                : messages.get(
                                        "talk.held",
                                        words.person(w.holder().person()),
                                        words.post(w.holder().post())),
                        true);
        }
    }

    private String ended(TalkHand.Word w, String seconds) {
        if (w.millis() == 0) {
            return messages.get("talk.nothing");
        }
        String said = messages.get(
                w.simulated() ? "talk.ended-simulated" : w.reason().equals("done") ? "talk.done" : "talk.ended",
                seconds);
        return switch (w.reason()) {
            case "too-long", "let-go", "too-fast" -> messages.get("talk.by-itself", said, talkWhy(w.reason()));
            default -> said;
        };
    }

    private String talkWhy(String code) {
        String bare = code.startsWith(REFUSED) ? code.substring(REFUSED.length()) : code;
        return switch (bare) {
            case "no-microphone" -> messages.get("talk.no-microphone");
            case "lost", "let-go" -> messages.get("talk.lost");
            case "slow", "too-fast" -> messages.get("talk.slow");
            case "too-long" -> messages.get("talk.too-long");
            default -> why(bare);
        };
    }

    boolean isOpen() {
        return sheets.isOpen(root);
    }

    /// Every second while it is open: hours and pauses end, effects fall due.
    void tick() {
        if (isOpen()) {
            effects.show(hall.now());
            follow();
            if (!answered) {
                check();
            }
        }
    }

    /// What became of it since comes as a row.
    private void follow() {
        Said shown = said;
        if (shown == null || !answered) {
            return;
        }
        desk.stores()
                .broadcasts()
                .find(shown.broadcast())
                .filter(b -> !b.state().equals(shown.state()) && !b.state().equals(CameraUse.PENDING))
                .ifPresent(b -> told(new Found.Got<>(new Said(b.state(), b.reason(), b.id(), b.checkAt()))));
    }

    private String limits(VideoRules.Speaking rules) {
        if (rules.hours().isEmpty()) {
            return messages.get("speak.never");
        }
        String hours =
                rules.hours().stream().map(h -> h.from() + "–" + h.until()).collect(Collectors.joining(", "));
        return messages.get("speak.limits", hours, rules.repeats(), rules.volume(), minutes(rules.pause()));
    }

    private static String minutes(Duration of) {
        return Long.toString(Math.max(1, of.toMinutes()));
    }

    private VideoRules rules() {
        return desk.city().map(c -> c.rules().video()).orElse(VideoRules.NONE);
    }

    private Broadcast.Words wanted() {
        return new Broadcast.Words(text.getText().strip(), whole(volume), whole(repeats));
    }

    /// -1, which no rule allows, where it is no number.
    private static int whole(TextField field) {
        try {
            return Integer.parseInt(field.getText().strip());
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private void changed() {
        answered = false;
        check();
        effects.show(hall.now());
    }

    private void check() {
        Camera of = camera;
        if (of == null || send.isPending()) {
            return;
        }
        ZoneId zone = desk.city().map(CityFacts::zone).orElse(ZoneOffset.UTC);
        Optional<String> why = reasons.refusal(of, Device.SPEAKER)
                .or(() -> SpeakCheck.refusal(rules(), of, wanted(), hall.now(), zone, known())
                        .map(this::why));
        why.ifPresentOrElse(send::forbid, send::allow);
        // a live voice needs no words and no pause
        LocalTime time = LocalTime.ofInstant(hall.now(), zone);
        reasons.refusal(of, Device.SPEAKER)
                .or(() -> rules().talkRefusal(of, whole(volume), time).map(this::why))
                .ifPresentOrElse(hold::forbid, hold::allow);
        boolean empty = text.getText().isBlank(); // it is seen that nothing is written yet
        say(why.filter(w -> !empty || !w.equals(why("missing"))).orElse(""), true);
    }

    private java.util.List<Broadcast> known() {
        return desk.stores().broadcasts().rows().values().toList();
    }

    private String why(String code) {
        VideoRules.Speaking rules = rules().speaking();
        return switch (code) {
            case "missing" -> messages.get("speak.why-missing");
            case "too-long" -> messages.get("speak.why-long", SpeakCheck.LONGEST);
            case "no-speaker" -> messages.get("speak.no-speaker");
            case "quiet-hours" -> messages.get("speak.why-quiet");
            case "too-loud" -> messages.get("speak.why-loud", rules.volume());
            case "repeats" -> messages.get("speak.why-repeats", rules.repeats());
            case "too-often" -> messages.get("speak.why-often", minutes(rules.pause()));
            default -> reasons.why(code);
        };
    }

    private void send() {
        Camera of = camera;
        check();
        if (of == null || !send.allowed() || send.isPending()) {
            return;
        }
        long n = ++asked;
        desk.lookup().cameras().ifPresent(use -> {
            send.pending(true);
            said = null;
            say(messages.get("speak.asked"), false);
            var _ = use.speak(of.id(), wanted())
                    .thenAccept(found -> hall.fx().execute(() -> {
                        if (n == asked) {
                            send.pending(false);
                            answered = true;
                            told(found);
                            effects.show(hall.now());
                        }
                    }));
        });
    }

    private void told(Found<Said> found) {
        switch (found) {
            case Found.Got<Said>(Said got) -> {
                said = got;
                String at = words.minute(got.checkAt());
                String reason = got.reason() == null ? "" : got.reason();
                switch (got.state()) {
                    case "done" -> say(messages.get(simulated() ? "speak.done-simulated" : "speak.done", at), false);
                    case "sent" -> say(messages.get("speak.sent", at), false);
                    case "pending" -> say(messages.get("speak.pending", at), false);
                    default ->
                        say(
                                messages.get(PtzWords.isUnsure(reason) ? "speak.unsure" : "speak.failed", why(reason)),
                                true);
                }
            }
            case Found.Refused<Said> r -> {
                String code = r.code();
                String bare = code.startsWith(REFUSED) ? code.substring(REFUSED.length()) : code;
                say(messages.get("speak.refused", why(bare)), true);
            }
            case Found.Unreachable<Said> _ -> say(messages.get("speak.lost"), true);
        }
    }

    /// There is no loudspeaker: what is said is taken, and nobody can have heard it.
    private boolean simulated() {
        Camera of = camera;
        return of != null && of.state().simulated();
    }

    private void say(String what, boolean bad) {
        state.setText(what);
        state.pseudoClassStateChanged(BAD, bad);
    }

    long due(Instant now) {
        return EffectList.due(desk, now);
    }
}
