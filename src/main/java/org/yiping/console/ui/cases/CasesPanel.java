package org.yiping.console.ui.cases;

import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;

/// The left of the workbench: views and queue, and in the queue's place the form for a new case. FX thread.
public final class CasesPanel implements Panel {
    private static final double VIEWS_FIT = 1200;

    private final Desk desk;
    private final Hall hall;
    private final CasesViewModel model;
    private final QueueView queue;
    private final StackPane middle = new StackPane();
    private final HBox root;
    private final Subscriptions subscriptions = new Subscriptions();

    public CasesPanel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        model = new CasesViewModel(desk, hall);
        QueueExport export = new QueueExport(desk, hall, model.words());
        queue = new QueueView(model, export, hall.messages(), this::register);
        middle.getChildren().add(queue.root());
        middle.getStyleClass().add("queue-column");
        ViewList views = new ViewList(model, hall.messages());
        root = new HBox(views.root(), middle);
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
    }

    private void register() {
        IntakeForm form = new IntakeForm(new IntakeViewModel(desk, hall), hall.messages(), this::closeForm);
        middle.getChildren().setAll(form.root());
        form.focusFirst();
    }

    private void closeForm() {
        middle.getChildren().setAll(queue.root());
        queue.focusList();
    }
}
