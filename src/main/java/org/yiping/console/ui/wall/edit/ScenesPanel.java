package org.yiping.console.ui.wall.edit;

// long because the page is put together here, and all that changes it is heard here

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.fx.Tokens;
import org.yiping.console.settings.Theme;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.WallTeams;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.wall.TilePreview;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.ColourSight;
import org.yiping.domain.wall.Finding;
import org.yiping.domain.wall.Legibility;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;

/// The scene editor (场景编辑): the scenes of the wall, one of them drawn on its monitors, what its tiles show, whether the
/// hall can read it, and what the wall does by itself. FX thread.
///
/// Nothing leaves this desk before it is saved; until then every step can be taken back.
public final class ScenesPanel implements Panel, ConflictBar.Choices {
    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final ScenesModel model;
    private final SceneSaves saves;
    private final SceneList list;
    private final SceneCanvas canvas;
    private final SceneTools tools;
    private final TileForm form;
    private final RulesForm rules;
    private final FindingList findings;
    private final TilePreview preview;
    private final ConflictBar conflict;
    private final WallTeams teams;
    private final PanelHeader header;
    private final KeyButton undo;
    private final KeyButton redo;
    private final KeyButton save;
    private final KeyButton back;
    private final StackPane middle = new StackPane();
    private final VBox drawn;
    private final PanelFrame right;
    private final HBox root;
    private final Subscriptions subscriptions = new Subscriptions();

    public ScenesPanel(Desk desk, Hall hall, SceneScript script) {
        this.desk = desk;
        this.hall = hall;
        messages = hall.messages();
        Words words = new Words(desk.stores(), messages);
        model = new ScenesModel(desk, script);
        teams = new WallTeams(desk, hall);
        saves = new SceneSaves(desk, hall);
        list = new SceneList(model, hall, words, this::opened);
        canvas = new SceneCanvas(model, messages, this::refresh);
        tools = new SceneTools(model, messages, this::refresh);
        form = new TileForm(model, messages, this::refresh);
        rules = new RulesForm(model, messages, this::refresh);
        findings = new FindingList(messages, tile -> {
            model.chooseTile(tile);
            refresh();
        });
        preview = new TilePreview(desk, hall);
        conflict = new ConflictBar(model, hall, words, this);
        header = new PanelHeader(messages, messages.get("scene.title"));
        undo = new KeyButton(messages, "scene/undo", messages.get("scene.undo"), "Ctrl Z", () -> {
                    model.undo();
                    refresh();
                })
                .low();
        redo = new KeyButton(messages, "scene/redo", messages.get("scene.redo"), "Ctrl Y", () -> {
                    model.redo();
                    refresh();
                })
                .low();
        save = new KeyButton(messages, "scene/save", messages.get("scene.save"), "Ctrl S", this::save).primary();
        back = new KeyButton(messages, "scene/take-back", messages.get("scene.take-back"), "", this::takeBack);
        KeyButton file = new KeyButton(messages, "scene/as-file", messages.get("scene.as-file"), "", this::asFile);
        drawn = new VBox(tools.root(), Nodes.grow(canvas.root()));
        drawn.getStyleClass().add("scene-drawn");
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        VBox body = new VBox(conflict.root(), middle, findings.root());
        PanelFrame centre = new PanelFrame(header, body);
        FlowPane foot = new FlowPane(undo, redo, file, back, save); // wraps in a narrow window
        foot.getStyleClass().add("scene-foot");
        centre.foot(foot);
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(form.root()));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox beside = new VBox(scroll, sight(), preview.root());
        right = new PanelFrame(new PanelHeader(messages, messages.get("scene.tile")), beside);
        right.getStyleClass().add("scene-form");
        root = Nodes.row("page-row", list.root(), Nodes.grow(centre), right);
        root.getStyleClass().add("page");
    }

    private Region sight() {
        ComboBox<ColourSight> box = Fields.choice(
                "scene/sight",
                messages.get("scene.sight"),
                List.of(ColourSight.values()),
                null,
                s -> messages.get("scene.sight." + s.name().toLowerCase(Locale.ROOT)),
                preview::sight);
        box.setValue(ColourSight.FULL);
        Label name = Nodes.keep(messages.get("scene.preview"), "section-title");
        return Nodes.row("scene-sight", name, Nodes.spring(), box);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        subscriptions.close();
        Feed<Object> feed = hall.feed(_ -> {
            model.follow();
            saves.tellRefusals();
            refresh();
        });
        subscriptions.add(feed);
        subscriptions.add(desk.stores().scenes().subscribe(ids -> feed.changed(Set.copyOf(ids))));
        subscriptions.add(desk.stores().city().subscribe(() -> feed.changed(Set.of(this))));
        subscriptions.add(desk.outbox().deliveries().subscribe(ids -> feed.changed(Set.copyOf(ids))));
        preview.onShow();
        model.follow();
        subscriptions.listen(hall.ticker().now(), this::tick);
        refresh();
    }

    @Override
    public void onHide() {
        subscriptions.close();
        preview.onHide();
    }

    private void opened() {
        canvas.compare(null);
        refresh();
    }

    /// What the wall's computers have told of themselves; asked for while somebody looks.
    private void heard() {
        List<WallTeam.Computer> told = teams.team().map(WallTeam::computers).orElse(List.of());
        if (!told.equals(model.computers())) {
            model.computers(told);
            refresh();
        }
    }

    private void tick(Instant now) {
        teams.ask(now, this::heard);
        list.refresh(now);
        conflict.refresh(now, canvas.comparing());
        if (!model.rulesOpen()) {
            preview.tick(now);
        }
    }

    private void refresh() {
        Instant now = hall.now();
        Legibility linter = new Legibility(model.rules(), Tokens.parse(Theme.HALL), model.computers());
        boolean ofRules = model.rulesOpen();
        List<Finding> found = new ArrayList<>(linter.room()); // whatever the scene, it hangs in this room
        if (!ofRules) {
            found.addAll(linter.findings(
                    model.layout(), model.layoutIndex(), model.layout().monitors()));
            found.sort(Finding.GRAVER);
        }
        list.refresh(now);
        conflict.refresh(now, canvas.comparing());
        findings.refresh(found, model.changed() ? model.fault() : "");
        Nodes.show(right, !ofRules);
        show(ofRules ? rules.root() : drawn);
        if (ofRules) {
            header.title(messages.get("scene.rules"));
            header.meta(messages.get("scene.version-of", model.rules().version()));
            rules.refresh();
        } else {
            header.title(model.scene().title().in(messages.locale().get()));
            header.meta(
                    canvas.comparing()
                            ? messages.get("scene.comparing")
                            : messages.get("scene.version-of", model.scene().version()));
            tools.refresh();
            canvas.refresh(found);
            form.refresh();
            preview();
        }
        permit();
    }

    private void show(Region next) {
        if (!middle.getChildren().equals(List.of(next))) {
            middle.getChildren().setAll(next);
        }
    }

    /// In the pixels the chosen tile has on a monitor of this wall.
    private void preview() {
        WallScene.Layout layout = model.layout();
        WallTopology wall =
                Legibility.wall(layout.monitors(), model.rules().room().known().each());
        Box box = wall.lattice().at(layout.grid(), model.tile().at());
        Box monitor = wall.windows().getFirst();
        Box shown = new Box(0, 0, Math.min(box.width(), monitor.width()), Math.min(box.height(), monitor.height()));
        preview.show(model.tile().at(hall.now()), shown, model.rules().room());
    }

    private void permit() {
        undo.setDisable(!model.canUndo());
        redo.setDisable(!model.canRedo());
        boolean pending = saves.pending(model.open());
        save.words(messages.get("scene.save-as-version", model.next()));
        save.pending(pending);
        save.forbid(
                !model.mayEdit()
                        ? messages.get("scene.who")
                        : model.conflict()
                                ? messages.get("scene.conflict-first")
                                : model.changed() ? "" : messages.get("scene.unchanged"));
        back.forbid(
                !model.mayEdit()
                        ? messages.get("scene.who")
                        : model.edition(model.open()).isEmpty() ? messages.get("scene.never-saved") : "");
    }

    private void save() {
        if (model.fault().isEmpty()) {
            saves.send(model::saving);
        }
        refresh();
    }

    private void takeBack() {
        saves.send(model::takingBack);
        refresh();
    }

    /// For the city's folder, or for another city.
    private void asFile() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, model.text()));
        hall.notices()
                .show(Notice.info(
                        "scene-file", messages.get("scene.copied", model.open().value() + ".yaml")));
    }

    @Override
    public void compare() {
        canvas.compare(canvas.comparing() ? null : model.theirs().orElse(null));
        refresh();
    }

    @Override
    public void takeTheirs() {
        canvas.compare(null);
        model.takeTheirs();
        refresh();
    }

    @Override
    public void keepMine() {
        canvas.compare(null);
        model.keepMine();
        refresh();
    }

    @Override
    public void saveAs() {
        list.askName();
    }
}
