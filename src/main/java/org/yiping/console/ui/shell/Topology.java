package org.yiping.console.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Which workstation window stands on which monitor, and which tabs it carries. Immutable; any thread.
///
/// Three monitors take a window each; with fewer the windows become tabs of the ones that are left, so that every
/// place stays one key away. Monitors are read left to right, top to bottom.
public record Topology(List<Placement> placements) {
    /// The workbench comes first: it is what remains when there is but one monitor.
    public static final List<String> WINDOWS = List.of("workbench", "map", "video");

    /// Tabs of the one window that carries everything.
    public static final List<String> TABS = List.of(
            "workbench",
            "map",
            "video",
            "duty",
            "assessment",
            "figures",
            "inspection",
            "staff",
            "sensors",
            "evaluation",
            "reports",
            "debrief",
            "wall",
            "scenes");

    /// One window, which starts on the page of its name; `tabs` stand in the same order in every window.
    public record Placement(String name, Monitor monitor, List<String> tabs) {
        public Placement {
            tabs = List.copyOf(tabs);
        }
    }

    public Topology {
        placements = List.copyOf(placements);
    }

    /// `offered` says which pages there are at all. With three monitors the workbench takes the middle one: the eyes
    /// rest there.
    public static Topology of(List<Monitor> monitors, Predicate<String> offered) {
        if (monitors.isEmpty()) {
            throw new IllegalArgumentException("no monitor");
        }
        List<Monitor> inOrder = monitors.stream()
                .sorted(Comparator.comparingDouble(Monitor::y).thenComparingDouble(Monitor::x))
                .toList();
        List<Placement> placements = new ArrayList<>();
        switch (inOrder.size()) {
            case 1 -> placements.add(place("workbench", inOrder.getFirst()));
            case 2 -> {
                placements.add(place("workbench", inOrder.get(0)));
                placements.add(place("map", inOrder.get(1)));
            }
            default -> {
                placements.add(place("map", inOrder.get(0)));
                placements.add(place("workbench", inOrder.get(1)));
                placements.add(place("video", inOrder.get(2)));
            }
        }
        return new Topology(placements.stream()
                .map(p -> new Placement(
                        p.name(), p.monitor(), TABS.stream().filter(offered).toList()))
                .toList());
    }

    /// The window that shows a page when it is asked for: its own window, else the workbench's.
    public String windowOf(String page) {
        return placements.stream()
                .map(Placement::name)
                .filter(page::equals)
                .findFirst()
                .orElse("workbench");
    }

    private static Placement place(String name, Monitor monitor) {
        return new Placement(name, monitor, TABS);
    }
}
