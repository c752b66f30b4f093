package org.yiping.console.ui.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Printers;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.Divider;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.PendingOverlay;

/// The open case of this seat with its actions, and beside it what helps to decide. FX thread.
public final class DispatchPanel implements Panel {
    private static final double BOTH_FIT = 1050;
    private static final double STEP = 24;
    private static final Divider.Span AIDS = new Divider.Span(390, 760);

    private final Desk desk;
    private final Hall hall;
    private final CaseViewModel model;
    private final PrintLine printing;
    private final CaseHead head;
    private final CaseBody body;
    private final PlanBar plan;
    private final ReceiptBar receipts;
    private final BesideBar beside;
    private final HandBar hand;
    private final ActionBar actions;
    private final AidsView aids;
    private final PendingOverlay overlay = new PendingOverlay();
    private final EmptyState empty;
    private final VBox filled;
    private final StackPane middle;
    private final Chip caseTab;
    private final Chip aidsTab;
    private final HBox tabs;
    private final Divider divider;
    private final HBox row;
    private final PhotoCompare compare;
    private final StackPane root;
    private boolean narrow;
    private boolean shown;
    private final Subscriptions subscriptions = new Subscriptions();

    public DispatchPanel(Desk desk, Hall hall, PanelCatalogue catalogue) {
        this.desk = desk;
        this.hall = hall;
        model = new CaseViewModel(desk, hall);
        printing = new PrintLine(model, new CasePrint(model, hall, new Printers()), hall);
        head = new CaseHead(hall.messages(), model.words(), printing.buttons());
        compare = new PhotoCompare(model, hall, this::cover);
        body = new CaseBody(model, hall, compare::open);
        plan = new PlanBar(model, hall);
        receipts = new ReceiptBar(model, hall);
        beside = new BesideBar(model, hall);
        hand = new HandBar(model, model.hand(), hall);
        actions = new ActionBar(model, hall);
        aids = new AidsView(model, hall, catalogue);
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(body.root()));
        scroll.setId("case/body");
        scroll.setAccessibleText(hall.messages().get("case.body"));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        StackPane state = new StackPane(new VBox(head.root(), Nodes.grow(scroll)), overlay);
        state.setMinHeight(0);
        VBox.setVgrow(state, Priority.ALWAYS);
        filled = new VBox(state, beside.root(), receipts.root(), plan.root(), printing, hand.root(), actions.root());
        empty = EmptyState.empty(hall.messages().get("case.pick-one"));
        middle = new StackPane(filled, empty);
        middle.getStyleClass().addAll("panel", "case-column");
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        caseTab = new Chip("case/tab-case", hall.messages().get("case.tab-case"));
        aidsTab = new Chip("case/tab-aids", hall.messages().get("case.tab-aids"));
        caseTab.setSelected(true);
        caseTab.setOnAction(_ -> turn(true));
        aidsTab.setOnAction(_ -> turn(false));
        tabs = Nodes.row("case-tabs", caseTab, aidsTab);
        divider = new Divider("workbench.aids", aids.root(), Divider.Edge.LEFT, AIDS, hall.themes(), hall.remembered());
        row = Nodes.row("page-row", middle, aids.root(), divider);
        root = new StackPane(row, compare.root());
        root.setMinWidth(0);
        root.widthProperty().subscribe(_ -> arrange());
        Nodes.show(filled, false);
    }

    /// Where case and aids do not fit side by side, the aids become a tab.
    private void arrange() {
        boolean next = root.getWidth() > 0
                && root.getWidth() < hall.themes().look().get().px(BOTH_FIT);
        if (next != narrow) {
            narrow = next;
            divider.rest(narrow);
            row.getChildren().clear();
            if (narrow) {
                VBox column = new VBox(tabs, Nodes.grow(new StackPane(middle, aids.root())));
                column.setMinWidth(0);
                row.getChildren().add(Nodes.grow(column));
                aids.root().setMaxWidth(Double.MAX_VALUE);
                turn(caseTab.isSelected());
            } else {
                aids.root().setMaxWidth(Region.USE_COMPUTED_SIZE);
                Nodes.show(middle, true);
                Nodes.show(aids.root(), true);
                row.getChildren().addAll(middle, aids.root(), divider);
            }
        }
    }

    private void turn(boolean toCase) {
        caseTab.setSelected(toCase);
        aidsTab.setSelected(!toCase);
        Nodes.show(middle, toCase);
        Nodes.show(aids.root(), !toCase);
    }

    /// What lies under the photos is not there for a key either.
    private void cover(boolean covered) {
        row.setVisible(!covered);
        if (covered) {
            aids.onHide();
        } else if (shown) {
            aids.onShow();
            refresh();
        }
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        subscriptions.close();
        shown = true;
        model.show();
        if (!compare.covering()) {
            aids.onShow();
        }
        subscriptions.listen(model.changed(), _ -> refresh());
        subscriptions.listen(model.choice(), _ -> refresh());
        subscriptions.listen(hall.ticker().now(), this::tick);
    }

    @Override
    public void onHide() {
        shown = false;
        subscriptions.close();
        aids.onHide();
        model.hide();
    }

    @Override
    public List<Action> actions() {
        if (compare.covering()) {
            return List.of(); // its own buttons are all there is
        }
        List<Action> all = new ArrayList<>(aids.actions(model.filling().get() == null));
        all.addAll(hand.actions());
        all.add(compare.opens());
        all.add(body.ticks());
        all.addAll(printing.actions());
        all.addAll(beside.actions());
        all.addAll(actions.actions());
        if (!narrow) {
            all.add(hall.action("case/aids-wider", "shell.workbench", "case.aids-wider", () -> divider.move(STEP)));
            all.add(hall.action(
                    "case/aids-narrower", "shell.workbench", "case.aids-narrower", () -> divider.move(-STEP)));
            all.add(hall.action("case/aids-usual", "shell.workbench", "case.aids-usual", divider::usual));
        }
        return all;
    }

    private void refresh() {
        Optional<CaseFace> face = model.face();
        Nodes.show(filled, face.isPresent());
        empty.setVisible(face.isEmpty());
        face.ifPresent(f -> {
            head.show(
                    f,
                    desk.city()
                            .map(CityFacts::rules)
                            .map(CityFacts.Rules::workflow)
                            .orElse(null),
                    hall.now());
            body.show(f, model.records().orElse(null));
            overlay.show(f.pending() != null);
        });
        plan.refresh();
        receipts.refresh();
        beside.refresh();
        hand.refresh();
        aids.refresh();
        actions.refresh();
        compare.refresh();
    }

    private void tick(Instant now) {
        compare.tick();
        model.face().ifPresent(f -> {
            head.tick(f, now);
            body.tick(f);
            overlay.show(f.pending() != null);
        });
        aids.tick();
        hand.refresh();
        actions.refresh();
    }
}
