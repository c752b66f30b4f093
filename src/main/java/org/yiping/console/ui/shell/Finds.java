package org.yiping.console.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Case;
import org.yiping.domain.identity.Person;

/// What typed words may mean: actions first, then cases by number, cameras and people of the stores. FX thread.
final class Finds {
    private static final int MOST_OF_A_KIND = 8;
    /// Fewer signs of a number are every case's.
    private static final int LEAST_OF_A_NUMBER = 3;

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Consumer<String> open;

    /// `open` shows a page by its name.
    Finds(Desk desk, Hall hall, Consumer<String> open) {
        this.desk = desk;
        this.hall = hall;
        this.words = new Words(desk.stores(), hall.messages());
        this.open = open;
    }

    List<Entry> of(String text, List<Action> actions) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        List<Entry> found = new ArrayList<>(actions.stream()
                .filter(a -> rank(a, typed) > 0)
                .sorted(Comparator.comparingInt((Action a) -> a.allowed() ? 0 : 1)
                        .thenComparing(Comparator.comparingInt((Action a) -> rank(a, typed))
                                .reversed()))
                .map(a -> Entry.of(a, cap(a)))
                .toList());
        if (!typed.isEmpty()) {
            Stream.of(cases(typed), cameras(typed), people(typed)).forEach(found::addAll);
        }
        return found;
    }

    private String cap(Action a) {
        var key = hall.keys().of(a);
        return key == null ? "" : key.cap();
    }

    /// How well an action's words fit; 0 where they do not.
    private static int rank(Action a, String typed) {
        if (typed.isEmpty()) {
            return a.key() == null ? 1 : 2;
        }
        return Stream.of(a.words(), a.also(), a.group())
                .mapToInt(w -> rank(w.toLowerCase(Locale.ROOT), typed))
                .max()
                .orElse(0);
    }

    private static int rank(String said, String typed) {
        if (said.startsWith(typed)) {
            return 3;
        }
        return said.contains(typed) ? 2 : 0;
    }

    private List<Entry> cases(String typed) {
        if (typed.length() < LEAST_OF_A_NUMBER || typed.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        return desk.stores()
                .cases()
                .rows()
                .values()
                .filter(c -> c.head().number().value().toLowerCase(Locale.ROOT).contains(typed))
                .limit(MOST_OF_A_KIND)
                .sorted(Comparator.comparing(c -> c.head().number().value()))
                .map(this::entry)
                .toList();
    }

    private Entry entry(Case c) {
        String second = words.state(c.progress().state()) + " · " + words.place(c);
        return new Entry(
                "find/case-" + c.id().value(), c.head().number().value() + " " + words.name(c), second, "", "", () -> {
                    open.accept("workbench");
                    desk.pick(c.id());
                });
    }

    private List<Entry> cameras(String typed) {
        return desk.stores()
                .cameras()
                .rows()
                .values()
                .filter(c -> rank(c.name().toLowerCase(Locale.ROOT), typed) > 0)
                .sorted(Comparator.comparing(Camera::name))
                .limit(MOST_OF_A_KIND)
                .map(c -> new Entry("find/camera-" + c.id().value(), c.name(), text("palette.camera"), "", "", () -> {
                    open.accept("video");
                    desk.selection().pick(new Selection.Picked.OfCamera(c.id()));
                }))
                .toList();
    }

    private List<Entry> people(String typed) {
        return desk.stores()
                .people()
                .rows()
                .values()
                .filter(p -> rank(p.name().toLowerCase(Locale.ROOT), typed) > 0)
                .sorted(Comparator.comparing(Person::name))
                .limit(MOST_OF_A_KIND)
                .map(this::entry)
                .toList();
    }

    /// Somebody is shown where they are; who sends no position can only be named.
    private Entry entry(Person p) {
        String posts = p.posts().stream().map(words::post).collect(Collectors.joining(text("words.and")));
        boolean placed = desk.stores().units().find(p.id().value()).isPresent();
        return new Entry(
                "find/person-" + p.id().value(), p.name(), posts, "", placed ? "" : text("palette.no-position"), () -> {
                    open.accept("map");
                    desk.selection().pick(new Selection.Picked.OfUnit(p.id().value()));
                });
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
