package org.yiping.console.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import org.yiping.domain.sensor.Sensor;
import org.yiping.text.Term;

/// What typed words may mean: actions first, then cases by number, cameras, sensors and people of the stores. FX
/// thread.
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
        Asked asked = Asked.of(text);
        List<Entry> found = new ArrayList<>(actions.stream()
                .filter(a -> rank(a, asked) > 0)
                .sorted(Comparator.comparingInt((Action a) -> a.allowed() ? 0 : 1)
                        .thenComparing(Comparator.comparingInt((Action a) -> rank(a, asked))
                                .reversed()))
                .map(a -> Entry.of(a, cap(a)))
                .toList());
        if (!asked.plain().isEmpty()) {
            Stream.of(cases(asked.plain()), cameras(asked), sensors(asked), people(asked))
                    .forEach(found::addAll);
        }
        return found;
    }

    /// What was typed, as it is written and as it sounds.
    private record Asked(String plain, List<Term> terms) {
        static Asked of(String text) {
            return new Asked(Term.plain(text.strip()), Term.typed(text));
        }

        /// How well words fit; 0 where they do not.
        int rank(String words) {
            String said = Term.plain(words);
            if (said.startsWith(plain)) {
                return 3;
            }
            return said.contains(plain) ? 2 : terms.stream().allMatch(t -> t.isIn(said)) ? 1 : 0;
        }
    }

    private String cap(Action a) {
        var key = hall.keys().of(a);
        return key == null ? "" : key.cap();
    }

    private static int rank(Action a, Asked asked) {
        if (asked.plain().isEmpty()) {
            return a.key() == null ? 1 : 2;
        }
        return Stream.of(a.words(), a.also(), a.group())
                .mapToInt(asked::rank)
                .max()
                .orElse(0);
    }

    private List<Entry> cases(String typed) {
        if (typed.length() < LEAST_OF_A_NUMBER || typed.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        return desk.stores()
                .cases()
                .rows()
                .values()
                .filter(c -> Term.plain(c.head().number().value()).contains(typed))
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

    private List<Entry> cameras(Asked asked) {
        return desk.stores()
                .cameras()
                .rows()
                .values()
                .filter(c -> asked.rank(c.name()) > 0)
                .sorted(Comparator.comparing(Camera::name))
                .limit(MOST_OF_A_KIND)
                .map(c -> new Entry("find/camera-" + c.id().value(), c.name(), text("palette.camera"), "", "", () -> {
                    open.accept("video");
                    desk.selection().pick(new Selection.Picked.OfCamera(c.id()));
                }))
                .toList();
    }

    /// As they are written: a city may have a hundred thousand, and this is the thread that paints.
    private List<Entry> sensors(Asked asked) {
        return desk.stores()
                .sensors()
                .rows()
                .values()
                .filter(s -> s.name().contains(asked.plain()) || s.id().value().contains(asked.plain()))
                .limit(MOST_OF_A_KIND)
                .sorted(Comparator.comparing(Sensor::name))
                .map(s -> new Entry("find/sensor-" + s.id().value(), s.name(), text("palette.sensor"), "", "", () -> {
                    open.accept("map");
                    desk.selection().pick(new Selection.Picked.OfSensor(s.id()));
                }))
                .toList();
    }

    private List<Entry> people(Asked asked) {
        return desk.stores()
                .people()
                .rows()
                .values()
                .filter(p -> asked.rank(p.name()) > 0)
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
