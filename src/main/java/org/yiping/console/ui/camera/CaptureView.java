package org.yiping.console.ui.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.capture.CaptureId;

/// The captures that wait to be judged (智能抓拍), beside the cameras: a list, or where there is no room a
/// button with their number, for whoever stands beside it to place. Not there at all where the city has
/// no recognisers. FX thread.
public final class CaptureView {
    /// Where a capture's camera is shown, with what was recognised there.
    @FunctionalInterface
    public interface Shown {
        void show(Camera camera, String words);
    }

    private static final Duration PROMISE = Duration.ofSeconds(3);
    private static final double ROOMY = 1500;
    private static final int THUMB = 132;
    private static final String OPEN = "capture.open"; // not a message

    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final Shown tiles;
    private final @Nullable Speaking speaking;
    private final CaptureQueue queue;
    private final CaptureThumbs thumbs;
    private final CaptureStrip strip;
    private final CaptureLens lens;
    private final PanelHeader header;
    private final ObservableList<CaptureId> items = FXCollections.observableArrayList();
    private final ListView<CaptureId> list = new ListView<>(items);
    private final Set<CaptureCell> cells = new LinkedHashSet<>();
    private final EmptyState empty;
    private final KeyButton confirm;
    private final KeyButton speak;
    private final KeyButton reject;
    private final HBox buttons;
    private final Label seen = Nodes.keep("", "t-second");
    private final Label judged = Nodes.cut("", "t-second");
    private final Label share = Nodes.keep("", "t-second");
    private final PanelFrame frame;
    private final KeyButton railButton;
    private final StackPane root = new StackPane();
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean roomy = true;
    private boolean selecting;

    /// `speaking` is absent where nobody can speak through cameras.
    public CaptureView(Desk desk, Hall hall, Shown tiles, @Nullable Speaking speaking) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        this.tiles = tiles;
        this.speaking = speaking;
        queue = new CaptureQueue(desk, hall);
        thumbs = new CaptureThumbs(
                desk, hall, (int) Math.ceil(hall.themes().look().get().px(THUMB)), this::repaintRows);
        strip = new CaptureStrip(queue, messages, this::look);
        lens = new CaptureLens(messages, thumbs);
        confirm = new KeyButton(messages, "capture/confirm", messages.get("capture.confirm"), "Y", queue::confirm)
                .low()
                .primary();
        speak = new KeyButton(messages, "capture/speak", messages.get("capture.speak"), "S", this::speak).low();
        reject = new KeyButton(messages, "capture/reject", messages.get("capture.reject"), "X", this::reject).low();
        buttons = Nodes.row("capture-buttons", confirm, speak, reject);
        header = new PanelHeader(messages, messages.get("capture.title"));
        header.action(new IconButton("capture/close", Icons.OPEN, messages.get("capture.close"), () -> open(false)));
        empty = EmptyState.empty(messages.get("capture.none"));
        empty.setMouseTransparent(true);
        list();
        StackPane body = new StackPane(list, empty, lens.root());
        VBox content = new VBox(Nodes.grow(body), strip.root());
        body.setMinHeight(0);
        frame = new PanelFrame(header, content);
        frame.foot(Nodes.row("line", seen, Nodes.grow(judged), share));
        frame.getStyleClass().add("capture-panel");
        railButton = new KeyButton(messages, "capture/open", "", "A", () -> open(true))
                .icon(Icons.CAPTURE)
                .low();
        root.getChildren().add(frame);
        root.setMinWidth(Region.USE_PREF_SIZE);
        frame.hoverProperty().subscribe(_ -> hand());
        frame.focusWithinProperty().subscribe(_ -> hand());
        queue.onChange(this::repaint);
        repaint();
    }

    private void hand() {
        queue.hand(frame.isHover() || frame.isFocusWithin());
    }

    private void list() {
        list.setId("capture/list");
        list.setAccessibleText(messages.get("capture.title"));
        list.getStyleClass().addAll("rows", "capture-list");
        list.setCellFactory(_ -> {
            CaptureCell cell = new CaptureCell(queue, thumbs, messages, () -> buttons);
            cells.add(cell);
            return cell;
        });
        list.getSelectionModel().selectedItemProperty().subscribe(id -> {
            if (!selecting && id != null) {
                strip.choose(false);
                queue.select(id);
            }
        });
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                look();
                e.consume();
            }
        });
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                look();
            }
        });
    }

    public Region root() {
        return root;
    }

    /// Opens it; there while it is closed and there may be something in it.
    public KeyButton opener() {
        return railButton;
    }

    /// So wide is what stands beside it and itself: without room it is a button until somebody opens it.
    public void fit(double width) {
        roomy = width >= hall.themes().look().get().px(ROOMY);
        repaint();
    }

    private boolean isOpen() {
        String kept = hall.remembered().now().get().choices().getOrDefault(OPEN + (roomy ? "" : "-narrow"), "");
        return kept.isEmpty() ? roomy : kept.equals("yes");
    }

    private void open(boolean now) {
        hall.remembered().change(p -> p.withChoice(OPEN + (roomy ? "" : "-narrow"), now ? "yes" : "no"));
        repaint();
        (now ? list : railButton).requestFocus();
    }

    public void onShow() {
        subscriptions.close();
        thumbs.again();
        queue.follow(subscriptions);
        subscriptions.listen(hall.ticker().now(), this::tick);
        queue.sums().ask();
    }

    public void onHide() {
        subscriptions.close();
        lens.close();
    }

    /// What can be done with the selected one; nothing where none is to be seen.
    public List<Action> actions() {
        List<Action> all = new ArrayList<>();
        if (!queue.present()) {
            return all;
        }
        if (!isOpen()) {
            all.add(hall.action("capture/open", "capture.title", "capture.open", () -> open(true), queue.count())
                    .on(Key.of(KeyCode.A)));
            return all;
        }
        all.add(hall.action("capture/confirm", "capture.title", "capture.confirm-this", queue::confirm)
                .on(Key.of(KeyCode.Y))
                .refused(queue.whyNoConfirm()));
        if (speaking != null) {
            all.add(hall.action("capture/speak", "capture.title", "capture.speak-there", this::speak)
                    .on(Key.of(KeyCode.S))
                    .refused(queue.whyNoSpeech()));
        }
        all.add(hall.action("capture/reject", "capture.title", "capture.reject-this", this::reject)
                .on(Key.of(KeyCode.X))
                .refused(queue.whyNoReject()));
        all.add(hall.action("capture/list-focus", "capture.title", "capture.go", list::requestFocus)
                .on(Key.of(KeyCode.A)));
        return all;
    }

    private void speak() {
        Speaking dialog = speaking;
        Optional<Capture> capture = queue.selectedCapture();
        if (dialog != null && queue.whyNoSpeech().isEmpty()) {
            capture.ifPresent(c -> queue.camera(c)
                    .ifPresent(camera -> dialog.open(camera, messages.get("capture.speech", queue.name(c)))));
        }
    }

    private void reject() {
        strip.choose(!strip.choosing());
    }

    /// The selected one large, and its camera in the selected tile.
    private void look() {
        CaptureId id = queue.selected();
        CaptureFace face = id == null ? null : queue.face(id);
        if (face == null) {
            return;
        }
        String words = face.name() + " " + face.confidence() + " · " + face.time();
        lens.show(face, words, (int) Math.ceil(Math.max(1, list.getWidth())));
        queue.camera(face.capture()).ifPresent(camera -> tiles.show(camera, messages.get("capture.in-tile", words)));
    }

    private void tick(Instant now) {
        queue.sums().tick(now);
        repaint();
    }

    private void repaint() {
        boolean there = queue.present();
        boolean open = there && isOpen();
        Nodes.show(root, open);
        Nodes.show(railButton, there && !open);
        railButton.words(Integer.toString(queue.count()));
        railButton.setAccessibleText(messages.get("capture.open", queue.count()));
        if (!open) {
            return;
        }
        header.count(queue.count());
        header.meta(queue.thresholds());
        age();
        List<CaptureId> rows = queue.rows();
        selecting = true;
        if (!items.equals(rows)) {
            items.setAll(rows);
        }
        CaptureId selected = queue.selected();
        if (selected == null) {
            list.getSelectionModel().clearSelection();
        } else if (!selected.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(selected);
        }
        selecting = false;
        empty.setVisible(rows.isEmpty());
        Nodes.show(speak, speaking != null);
        confirm.forbid(queue.whyNoConfirm());
        speak.forbid(queue.whyNoSpeech());
        reject.forbid(queue.whyNoReject());
        strip.repaint(speaking != null);
        lens.repaint(queue);
        seen.setText(queue.sums().seen());
        judged.setText(queue.sums().judged());
        share.setText(queue.sums().falseShare());
        repaintRows();
    }

    private void age() {
        var freshness = queue.freshness();
        Duration promise =
                desk.city().map(f -> f.promises().of("link", PROMISE)).orElse(PROMISE);
        Nodes.age(header.age(), freshness, promise, hall.now());
    }

    private void repaintRows() {
        cells.forEach(CaptureCell::repaint);
    }
}
