package org.yiping.console.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;

/// The workstation: its windows on the monitors there are, and which page each shows. FX thread.
public final class Shell {
    private static final int PATIENCE_SECONDS = 8;

    private final Desk desk;
    private final Hall hall;
    private final PanelCatalogue catalogue;
    private final List<WorkWindow> windows = new ArrayList<>();
    private final List<Topology.Placement> waiting = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private Runnable closed = () -> {};
    private int waited;
    private boolean open;
    private final SeatAlarms alarms;
    private final SeatWatch seat;
    private final PatrolReminder patrols;
    private final Subscriptions reminding = new Subscriptions();

    /// A window with its name, for who saves pictures.
    public record NamedScene(String name, Scene scene) {}

    public Shell(Desk desk, Hall hall, PanelCatalogue catalogue) {
        this.desk = desk;
        this.hall = hall;
        this.catalogue = catalogue;
        alarms = new SeatAlarms(desk, hall);
        seat = new SeatWatch(desk, hall);
        patrols = new PatrolReminder(desk, hall, () -> ask(Topology.WINDOWS.getFirst(), NearActions.PAGE));
    }

    /// The monitors of this machine.
    public static List<Monitor> monitors() {
        return Screen.getScreens().stream()
                .map(Screen::getBounds)
                .map(b -> new Monitor(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight()))
                .toList();
    }

    /// Which windows wait for what. `afterMap` runs what it is given on the FX thread, once the map stands on its
    /// screen or is no longer waited for; `settled` says that all windows have what they show.
    public record Order(Consumer<Runnable> afterMap, BooleanSupplier settled) {}

    /// All windows at once.
    public void open(List<Monitor> monitors, Runnable closed) {
        open(monitors, new Order(Runnable::run, () -> true), closed);
    }

    /// The map first, where it has a monitor, for its picture is drawn while nothing else keeps the cores; then the
    /// workbench, whose window gets the keys. What else there is a monitor for waits until these have what they
    /// show, or somebody asks for it, or a few seconds have passed.
    public void open(List<Monitor> monitors, Order order, Runnable closed) {
        this.closed = closed;
        open = true;
        waiting.addAll(Topology.of(monitors, this::offered).placements().stream()
                .sorted(Comparator.comparingInt(p -> Topology.WINDOWS.indexOf(p.name())))
                .toList());
        waiting.stream()
                .filter(p -> p.name().equals("map"))
                .findFirst()
                .ifPresentOrElse(
                        map -> {
                            waiting.remove(map);
                            open(map);
                            order.afterMap().accept(() -> openWork(order.settled()));
                        },
                        () -> openWork(order.settled()));
        alarms.start();
        seat.start();
        if (offered(NearActions.PAGE)) {
            reminding.listen(hall.ticker().now(), patrols::tick);
        }
    }

    private void openWork(BooleanSupplier settled) {
        if (!open) {
            return; // closed before the map came
        }
        if (!waiting.isEmpty() && waiting.getFirst().name().equals("workbench")) {
            open(waiting.removeFirst());
        }
        if (settled.getAsBoolean()) {
            openRest();
        } else {
            subscriptions.listen(hall.ticker().now(), _ -> {
                if (settled.getAsBoolean() || ++waited == PATIENCE_SECONDS) {
                    openRest();
                }
            });
        }
    }

    private void openRest() {
        subscriptions.close();
        while (!waiting.isEmpty()) {
            open(waiting.removeFirst());
        }
    }

    private void open(Topology.Placement p) {
        WorkWindow window = new WorkWindow(p, desk, hall, new Reach(p), alarms);
        window.stage().setOnCloseRequest(e -> {
            e.consume();
            closed.run();
        });
        windows.add(window);
        windows.sort(Comparator.comparingInt(w -> Topology.WINDOWS.indexOf(w.name())));
        window.open(p.name());
        // Not at the next pulse: a map begins to draw when it knows its size, while the next window is built.
        window.stage().getScene().getRoot().applyCss();
        window.stage().getScene().getRoot().layout();
    }

    public void close() {
        open = false;
        waiting.clear();
        subscriptions.close();
        reminding.close();
        alarms.close();
        seat.close();
        windows.forEach(WorkWindow::close);
        windows.clear();
    }

    public List<NamedScene> scenes() {
        return windows.stream()
                .map(w -> new NamedScene(w.name(), w.stage().getScene()))
                .toList();
    }

    public List<Stage> stages() {
        return windows.stream().map(WorkWindow::stage).toList();
    }

    /// What one window reaches: its own pages, and those that another window is there for.
    private final class Reach implements Pages {
        private final Topology.Placement from;

        Reach(Topology.Placement from) {
            this.from = from;
        }

        @Override
        public Panel make(String page) {
            return page.equals("workbench")
                    ? new WorkbenchPage(catalogue.open("cases"), catalogue.open("dispatch"))
                    : catalogue.open(page);
        }

        @Override
        public void ask(String page) {
            Shell.this.ask(from.name(), page);
        }

        @Override
        public void at(String page, Action action) {
            ask(page);
            owner(from.name(), page).ifPresent(w -> w.take(action));
        }

        @Override
        public List<Action> elsewhere() {
            openRest(); // a page belongs to the window that is there for it
            List<Action> all = new ArrayList<>();
            for (String page : from.tabs()) {
                owner(from.name(), page)
                        .filter(w -> !w.name().equals(from.name()) || !w.shows(page))
                        .ifPresent(w -> w.table(page).forEach(a -> all.add(there(w, page, a))));
            }
            return all;
        }

        private Action there(WorkWindow owner, String page, Action action) {
            return action.refused("").doing(() -> {
                ask(page);
                owner.take(action);
            });
        }
    }

    /// Shows a page in the window that was asked, unless another window is there for it.
    public void ask(String window, String page) {
        openRest();
        owner(window, page).ifPresent(w -> {
            w.show(page);
            w.stage().toFront();
        });
    }

    private Optional<WorkWindow> owner(String asked, String page) {
        return window(page).or(() -> window(asked));
    }

    private Optional<WorkWindow> window(String name) {
        return windows.stream().filter(w -> w.name().equals(name)).findFirst();
    }

    private boolean offered(String page) {
        return page.equals("workbench") || catalogue.has(page);
    }
}
