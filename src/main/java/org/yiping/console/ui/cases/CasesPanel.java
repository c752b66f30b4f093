package org.yiping.console.ui.cases;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.Divider;
import org.yiping.domain.casework.CaseId;

/// The left of the workbench: views and queue, in the queue's place the form for a new case, and below both the call
/// that wants this seat. FX thread.
public final class CasesPanel implements Panel {
    private static final double VIEWS_FIT = 1200;
    private static final double STEP = 24;
    /// The queue never narrows below its least; beyond its most its rows only have more gaps.
    private static final Divider.Span QUEUE = new Divider.Span(360, 760);

    private final Desk desk;
    private final Hall hall;
    private final CasesViewModel model;
    private final QueueView queue;
    private final CallViewModel calls;
    private final RefusedIntake refused;
    private final StackPane middle = new StackPane();
    private final HBox root;
    private final Divider divider;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable IntakeForm form;

    public CasesPanel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        model = new CasesViewModel(desk, hall);
        QueueExport export = new QueueExport(desk, hall, model.words());
        queue = new QueueView(model, export, hall.messages(), this::register);
        calls = new CallViewModel(desk, hall);
        refused = new RefusedIntake(desk.outbox(), hall);
        middle.getChildren().add(queue.root());
        VBox column = new VBox(Nodes.grow(middle), new CallCard(calls, hall.messages(), this::take).root());
        column.getStyleClass().addAll("queue-column", "call-column");
        middle.setMinHeight(0);
        ViewList views = new ViewList(model, hall.messages());
        divider = new Divider("workbench.queue", column, Divider.Edge.RIGHT, QUEUE, hall.themes(), hall.remembered());
        root = new HBox(views.root(), column, divider);
        root.getStyleClass().add("page-row");
        root.sceneProperty().flatMap(Scene::widthProperty).subscribe(width -> {
            boolean narrow = width != null
                    && width.doubleValue() < hall.themes().look().get().px(VIEWS_FIT);
            Nodes.show(views.root(), !narrow);
            queue.chooseViews(narrow);
        });
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        model.show();
        calls.show();
        refused.show();
        queue.focusList();
        subscriptions.close();
        Scene scene = root.getScene();
        if (scene != null) {
            subscriptions.add(hall.paint().refreshes().follow(scene));
        }
        subscriptions.add(desk.selection().subscribe(_ -> hall.fx().execute(() -> queue.mark(model.picked()))));
    }

    @Override
    public void onHide() {
        subscriptions.close();
        model.hide();
        calls.hide();
        refused.hide();
        if (form != null) {
            form.keep();
        }
    }

    @Override
    public List<Action> actions() {
        List<Action> all =
                new ArrayList<>(List.of(hall.action("cases/take-call", "shell.workbench", "cases.take-call", this::take)
                        .on(Key.of(KeyCode.F2))));
        if (!middle.getChildren().contains(queue.root())) {
            return all; // the form has its own buttons
        }
        all.addAll(List.of(
                hall.action("cases/register", "shell.workbench", "cases.register", this::register)
                        .on(Key.of(KeyCode.N)),
                hall.action("cases/insert", "shell.workbench", "cases.insert", model::refill)
                        .on(Key.of(KeyCode.F5)),
                hall.action("cases/find", "shell.workbench", "cases.find", queue::focusFilter)
                        .on(Key.ctrl(KeyCode.F)),
                hall.action("cases/list", "shell.workbench", "cases.to-list", queue::focusList)
                        .on(Key.ctrl(KeyCode.L)),
                hall.action("cases/next", "shell.workbench", "cases.next", () -> model.step(1))
                        .on(Key.alt(KeyCode.DOWN)),
                hall.action("cases/previous", "shell.workbench", "cases.previous", () -> model.step(-1))
                        .on(Key.alt(KeyCode.UP))));
        all.addAll(new QueueActions(hall, model, queue).actions());
        all.addAll(List.of(
                hall.action("cases/wider", "shell.workbench", "cases.wider", () -> divider.move(STEP))
                        .on(Key.alt(KeyCode.RIGHT)),
                hall.action("cases/narrower", "shell.workbench", "cases.narrower", () -> divider.move(-STEP))
                        .on(Key.alt(KeyCode.LEFT)),
                hall.action("cases/usual-width", "shell.workbench", "cases.usual-width", divider::usual)));
        List<DeskView> views = model.views().get();
        for (int i = 0; i < views.size(); i++) {
            int index = i;
            String title = model.title(views.get(i));
            all.add(hall.action(
                    "cases/view-" + views.get(i).key(),
                    "cases.views",
                    "cases.show-view",
                    () -> model.choose(index),
                    title));
        }
        return all;
    }

    /// The call that wants this seat, else a form for whoever stands here.
    private void take() {
        calls.take().ifPresentOrElse(this::open, this::register);
    }

    /// What was begun last and not sent goes on.
    private void register() {
        if (form != null) {
            form.focusFirst();
            return;
        }
        desk.outbox()
                .drafts()
                .last(Drafts.INTAKE)
                .ifPresentOrElse(
                        begun ->
                                open(begun.about(), IntakeSheet.of(begun.draft().text())),
                        () -> open(IntakeSheet.EMPTY));
    }

    private void open(IntakeSheet sheet) {
        open(sheet.about(), sheet);
    }

    private void open(CaseId about, IntakeSheet sheet) {
        if (form != null) {
            form.leave();
        }
        IntakeForm next = new IntakeForm(
                new IntakeViewModel(desk, hall, about, sheet), hall.messages(), desk.selection(), this::closeForm);
        form = next;
        middle.getChildren().setAll(next.root());
        next.focusFirst();
    }

    private void closeForm() {
        form = null;
        middle.getChildren().setAll(queue.root());
        queue.focusList();
    }
}
