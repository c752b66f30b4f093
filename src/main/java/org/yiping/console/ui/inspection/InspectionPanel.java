package org.yiping.console.ui.inspection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Narrow;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.FaceCell;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.inspection.Inspection;

/// Inspections on the spot (考察): plans on the left, the drawn points on map and list, and on the right the
/// card, the questionnaire, what it comes to, or the draw with its proof. FX thread.
public final class InspectionPanel implements Panel {
    private static final Duration PROMISE = Duration.ofSeconds(60);

    private final Desk desk;
    private final Hall hall;
    private final InspectionWords words;
    private final InspectionModel model;
    private final ListView<Inspection.Line> plans = Nodes.drawnStraight(new ListView<>());
    private final KeyButton fresh;
    private final KeyButton all;
    private final PlanForm form;
    private final PanelHeader left;
    private final PanelHeader middle;
    private final PointMap map;
    private final PointList points;
    private final CardView card;
    private final ReplyView reply;
    private final ScoreView score;
    private final ProofView proof;
    private final Label trouble = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final Map<String, Chip> tabs = new LinkedHashMap<>();
    private final Map<String, Region> sheets = new LinkedHashMap<>();
    private final HBox root;
    private final Subscriptions subscriptions = new Subscriptions();
    private String tab = "card";
    private boolean filling;

    /// `catalogue` has the map the points are shown on.
    public InspectionPanel(Desk desk, Hall hall, PanelCatalogue catalogue) {
        this.desk = desk;
        this.hall = hall;
        words = new InspectionWords(new Words(desk.stores(), hall.messages()), hall.messages());
        model = new InspectionModel(desk, hall);
        form = new PlanForm(model, hall, words, () -> planning(false));
        fresh = new KeyButton(hall.messages(), "inspection/new", words.text("inspection.new"), "", () -> planning(true))
                .low();
        plans.setId("inspection/plans");
        plans.setAccessibleText(words.text("inspection.page"));
        FaceCell.fill(plans, PlanRow::new);
        plans.getSelectionModel().selectedItemProperty().subscribe(next -> {
            if (!filling && next != null) {
                model.look(next.id());
            }
        });
        left = new PanelHeader(hall.messages(), words.text("inspection.page"));
        middle = new PanelHeader(hall.messages(), words.text("inspection.points"));
        map = new PointMap(model, catalogue.open("map-ground"));
        points = new PointList(model, words);
        card = new CardView(model, new CardModel(model), hall, words);
        reply = new ReplyView(model, hall, words);
        score = new ScoreView(model, words);
        proof = new ProofView(model, hall, words);
        sheets.put("card", card.root());
        sheets.put("reply", reply.root());
        sheets.put("score", score.root());
        sheets.put("proof", proof.root());
        trouble.setWrapText(true);
        StackPane list =
                new StackPane(Nodes.column("inspection-sheet", Nodes.grow(plans), trouble, fresh), form.root());
        PanelFrame plansFrame = new PanelFrame(left, list);
        plansFrame.getStyleClass().add("inspection-plans");
        all = new KeyButton(hall.messages(), "inspection/all-points", "", "", () -> model.only(model.dimension()))
                .flat()
                .low();
        Nodes.show(all, false);
        PanelFrame pointsFrame = new PanelFrame(middle, new VBox(map, all, Nodes.grow(points.root())));
        pointsFrame.getStyleClass().add("inspection-middle");
        StackPane stack = new StackPane();
        stack.getChildren().addAll(sheets.values());
        HBox heads = Nodes.row("inspection-tabs");
        for (String each : sheets.keySet()) {
            Chip chip = new Chip("inspection/tab-" + each, words.text("inspection.tab." + each));
            chip.setOnAction(_ -> tab(each));
            tabs.put(each, chip);
            heads.getChildren().add(chip);
        }
        PanelFrame right = new PanelFrame(
                new PanelHeader(hall.messages(), words.text("inspection.sheet")),
                Nodes.column("inspection-right", heads, Nodes.grow(stack)));
        root = Nodes.row("page-row", plansFrame, Nodes.grow(pointsFrame), right);
        right.getStyleClass().add("inspection-side");
        root.getStyleClass().add("page");
        Narrow.follow(root, hall);
        planning(false);
        tab("card");
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        subscriptions.close();
        map.show();
        subscriptions.listen(model.changed(), _ -> refresh());
        subscriptions.listen(hall.ticker().now(), this::tick);
        model.show();
    }

    @Override
    public void onHide() {
        subscriptions.close();
        model.hide();
        map.hide();
    }

    @Override
    public List<Action> actions() {
        return List.of(hall.action("inspection/again", "inspection.page", "inspection.again", model::again)
                .on(Key.of(KeyCode.F5)));
    }

    private void planning(boolean now) {
        Nodes.show(form.root(), now);
        Nodes.show(plans.getParent(), !now);
        if (now) {
            form.begin(LocalDate.ofInstant(
                    hall.now(), desk.city().map(CityFacts::zone).orElse(ZoneOffset.UTC)));
        }
    }

    private void tab(String next) {
        tab = next;
        tabs.forEach((name, chip) -> chip.setSelected(name.equals(next)));
        sheets.forEach((name, sheet) -> Nodes.show(sheet, name.equals(next)));
        if (next.equals("proof") && model.proof().isEmpty()) {
            model.prove();
        }
        refresh();
        switch (next) {
            case "card" -> card.focus();
            case "reply" -> reply.focus();
            default -> {}
        }
    }

    private void refresh() {
        filling = true;
        if (!plans.getItems().equals(model.lines())) {
            plans.getItems().setAll(model.lines());
        }
        model.open()
                .ifPresent(o -> model.lines().stream()
                        .filter(l -> l.id().equals(o.plan().id()))
                        .findFirst()
                        .ifPresent(plans.getSelectionModel()::select));
        filling = false;
        left.count(model.lines().size());
        trouble.setText(model.trouble());
        if (model.mayInspect()) {
            fresh.allow();
        } else {
            fresh.forbid(words.text("inspection.other-post"));
        }
        String only = model.dimension();
        Nodes.show(all, !only.isEmpty());
        model.open()
                .filter(_ -> !only.isEmpty())
                .ifPresent(o -> all.words(
                        words.text("inspection.only", words.dimension(o.plan().set(), only))));
        middle.meta(model.open()
                .map(o -> words.text(
                        "inspection.so-far",
                        o.score().done(),
                        o.score().points(),
                        o.score().replies()))
                .orElse(""));
        map.refresh();
        points.refresh();
        switch (tab) {
            case "card" -> card.refresh();
            case "reply" -> reply.refresh();
            case "score" -> score.refresh();
            default -> proof.refresh();
        }
        age(hall.now());
    }

    private void tick(Instant now) {
        card.tick();
        map.requestLayout(); // the ground may have come, or moved
        age(now);
    }

    private void age(Instant now) {
        model.heard()
                .ifPresentOrElse(
                        at -> middle.age()
                                .show(
                                        Duration.between(at, now),
                                        PROMISE,
                                        !model.trouble().isEmpty()),
                        () -> middle.age().unknown());
    }

    private final class PlanRow implements FaceCell.Face<Inspection.Line> {
        private final Label name = Nodes.cut("", "t-body", "t-strong");
        private final Label days = Nodes.cut("", "t-second");
        private final Label state = Nodes.cut("", "t-second");
        private final VBox face = Nodes.column("inspection-plan", name, days, state);

        @Override
        public Region root() {
            return face;
        }

        @Override
        public String show(Inspection.Line line) {
            name.setText(line.task().name());
            days.setText(words.days(line.task()) + " · "
                    + words.names().area(line.task().area()));
            state.setText(
                    line.drawn()
                            ? words.text("inspection.progress", line.done(), line.points())
                            : words.text("inspection.to-draw", line.points()));
            if (line.sample()) {
                state.setText(words.text("inspection.sample") + " · " + state.getText());
            }
            return name.getText() + " " + days.getText() + " " + state.getText();
        }
    }
}
