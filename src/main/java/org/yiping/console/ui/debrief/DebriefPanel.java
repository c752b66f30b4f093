package org.yiping.console.ui.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Narrow;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.room.Debrief;

/// The review room (复盘): a case or a stretch of the hall is played from the journal, commented moment by moment, judged
/// and signed. FX thread.
///
/// Everything between strip and time line is of the replayed desk, framed so that it is never taken for now.
public final class DebriefPanel implements Panel {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final Duration PROMISE = Duration.ofSeconds(60);
    /// Smooth enough for a clock, and nothing moves faster at 60×.
    private static final double BEAT_MILLIS = 200;

    private final Desk desk;
    private final Hall hall;
    private final DebriefWords words;
    private final ReplayModel replay;
    private final DebriefModel model;
    private final PastStrip strip;
    private final ChooseForm form;
    private final DebriefList list;
    private final PanelHeader left;
    private final PanelHeader middle;
    private final PanelHeader right;
    private final Panel map;
    private final Label onMap = Nodes.keep("", "past-on-map");
    private final Transport transport;
    private final PastCases cases;
    private final CommentView comments;
    private final SignView sign;
    private final Map<String, KeyButton> tabs = new LinkedHashMap<>();
    private final Map<String, Region> sheets = new LinkedHashMap<>();
    private final VBox root;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Timeline beat;
    private String tab = "cases";

    /// `mapOf` makes the map of another desk and its hall.
    public DebriefPanel(Desk desk, Hall hall, BiFunction<Desk, Hall, Panel> mapOf) {
        this.desk = desk;
        this.hall = hall;
        words = DebriefWords.of(desk, hall.messages());
        replay = new ReplayModel(desk, hall, System::nanoTime);
        model = new DebriefModel(desk, hall);
        strip = new PastStrip(replay, words);
        form = new ChooseForm(desk, hall, replay, model, words);
        list = new DebriefList(model, words, this::open);
        left = new PanelHeader(hall.messages(), words.text("debrief.list"));
        middle = new PanelHeader(hall.messages(), words.text("debrief.map"));
        right = new PanelHeader(hall.messages(), words.text("debrief.sheet"));
        map = mapOf.apply(replay.desk(), replay.hall());
        transport = new Transport(replay, model, hall, words);
        cases = new PastCases(replay, words, id -> form.beginCase(id, replay.now()));
        comments = new CommentView(replay, model, hall, words);
        sign = new SignView(model, hall, words);
        comments.onEscape(transport::focus);
        sign.onEscape(transport::focus);
        sheets.put("cases", cases.root());
        sheets.put("comments", comments.root());
        sheets.put("sign", sign.root());
        HBox heads = Nodes.row("debrief-tabs");
        heads.getChildren().addAll(head("cases", "A"), head("comments", "C"), head("sign", "S"));
        StackPane stack = new StackPane();
        stack.getChildren().addAll(sheets.values());
        PanelFrame leftFrame = new PanelFrame(left, Nodes.column("debrief-left", form.root(), Nodes.grow(list.root())));
        leftFrame.getStyleClass().add("debrief-choose");
        onMap.setMouseTransparent(true);
        StackPane.setAlignment(onMap, Pos.TOP_LEFT);
        StackPane ground = new StackPane(map.root(), onMap);
        ground.getStyleClass().add("past-map");
        ground.setMinSize(0, 0);
        PanelFrame middleFrame = new PanelFrame(middle, new VBox(Nodes.grow(ground), transport.root()));
        middleFrame.getStyleClass().add("debrief-middle");
        PanelFrame rightFrame = new PanelFrame(right, Nodes.column("debrief-right", heads, Nodes.grow(stack)));
        rightFrame.getStyleClass().add("debrief-side");
        HBox row = Nodes.row("page-row", leftFrame, Nodes.grow(middleFrame), rightFrame);
        VBox.setVgrow(row, Priority.ALWAYS);
        row.setMinHeight(0);
        root = new VBox(strip.root(), row);
        root.getStyleClass().addAll("page", "page-column", "past-page");
        Narrow.follow(root, hall);
        beat = new Timeline(new KeyFrame(javafx.util.Duration.millis(BEAT_MILLIS), _ -> replay.beat()));
        beat.setCycleCount(Animation.INDEFINITE);
        tab(tab);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        subscriptions.close();
        map.onShow();
        subscriptions.listen(replay.changed(), _ -> refresh());
        subscriptions.listen(model.changed(), _ -> refresh());
        subscriptions.listen(hall.ticker().now(), this::tick);
        subscriptions.add(desk.selection().subscribe(_ -> hall.fx().execute(form::picked)));
        replay.show();
        model.show();
        form.show();
        beat.play();
        refresh();
    }

    @Override
    public void onHide() {
        beat.stop();
        subscriptions.close();
        replay.hide();
        model.hide();
        map.onHide();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                hall.action("debrief/of-case", "debrief.page", "debrief.of-this-case", form::beginCase)
                        .on(new Key(KeyCode.R, true, false, true))
                        .refused(desk.pickedCaseId().isEmpty() ? words.text("debrief.no-case") : ""),
                hall.action("debrief/again", "debrief.page", "debrief.again", () -> {
                            replay.again();
                            refresh();
                        })
                        .on(Key.of(KeyCode.F5)));
    }

    private void open(Debrief d) {
        model.open(d.id());
        form.of(d.about());
        replay.open(d.about(), null, d.about().since());
        tab("comments");
    }

    private KeyButton head(String name, String key) {
        KeyButton button = new KeyButton(
                        hall.messages(), "debrief/tab-" + name, words.text("debrief.tab." + name), key, () -> tab(name))
                .low();
        button.getStyleClass().add("past-choice");
        tabs.put(name, button);
        return button;
    }

    private void tab(String next) {
        tab = next;
        tabs.forEach((name, button) -> button.pseudoClassStateChanged(SELECTED, name.equals(next)));
        sheets.forEach((name, sheet) -> Nodes.show(sheet, name.equals(next)));
        refresh();
        switch (next) {
            case "comments" -> comments.focus();
            case "sign" -> sign.focus();
            default -> cases.focus();
        }
    }

    private void refresh() {
        form.refresh();
        list.refresh();
        left.count(model.all().size());
        strip.refresh(hall.now());
        transport.refresh();
        onMap.setText(words.text("debrief.on-map", words.moment(replay.now())));
        onMap.setVisible(replay.stands());
        middle.meta(replay.subject()
                .map(s -> words.text("debrief.of", words.about(s), words.span(s)))
                .orElse(""));
        right.meta(model.opened().map(Debrief::title).orElse(words.text("debrief.none-open")));
        KeyButton said = tabs.get("comments");
        if (said != null) {
            int lines = model.lines().size();
            Transport.words(said, words.text("debrief.tab.comments") + (lines == 0 ? "" : " " + lines));
        }
        switch (tab) {
            case "comments" -> comments.refresh();
            case "sign" -> sign.refresh();
            default -> cases.refresh();
        }
    }

    private void tick(Instant now) {
        strip.refresh(now);
        model.asOf()
                .ifPresentOrElse(
                        at -> Nodes.age(left.age(), new Freshness(model.live(), at), PROMISE, now),
                        () -> left.age().unknown());
    }
}
