package org.yiping.console.ui.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.area.Area;
import org.yiping.domain.geo.Position;

/// Finds where a report means: a position or a cell's code as it is typed, and what the platform makes of the words a
/// moment after the last key. FX thread.
final class PlaceFinder {
    static final Duration PAUSE = Duration.ofMillis(250);
    private static final int MOST = 8;
    private static final int SHORTEST_CODE = 6;
    private static final int SHORTEST_WORDS = 2;

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final ObservableList<Spot> found = FXCollections.observableArrayList();
    private String asked = "";
    private String phone = "";

    /// A place on offer: what it is called, what is said beside it, and where it is. `named` is what
    /// the address becomes where nothing else was typed.
    record Spot(String name, String beside, Position at, String named) {}

    PlaceFinder(Desk desk, Hall hall, Words words) {
        this.desk = desk;
        this.hall = hall;
        this.words = words;
    }

    ObservableList<Spot> found() {
        return found;
    }

    /// Where they called from before is a clue to where they are.
    void caller(String number) {
        phone = number;
    }

    void typed(String text) {
        String now = text.strip();
        asked = now;
        List<Spot> here = atHand(now);
        found.setAll(here);
        if (here.isEmpty() && now.codePointCount(0, now.length()) >= SHORTEST_WORDS) {
            hall.fx().after(PAUSE, () -> ask(now));
        }
    }

    /// Nothing is on offer any more; an answer under way comes too late.
    void settle() {
        asked = "";
        found.clear();
    }

    private List<Spot> atHand(String text) {
        var position = IntakeSheet.position(text);
        if (position.isPresent()) {
            return List.of(spot(hall.messages().get("intake.position"), position.get(), ""));
        }
        if (text.length() < SHORTEST_CODE || !text.chars().allMatch(Character::isDigit)) {
            return List.of();
        }
        return desk.stores()
                .areas()
                .rows()
                .values()
                .filter(a -> a.level().equals("cell") && a.code().value().startsWith(text))
                .sorted(Comparator.comparing(a -> a.code().value()))
                .limit(MOST)
                .map(this::cell)
                .toList();
    }

    private Spot cell(Area a) {
        return new Spot(a.code().value(), a.name(), a.centre(), "");
    }

    private Spot spot(String name, Position at, String named) {
        return new Spot(name, where(at), at, named);
    }

    static String where(Position at) {
        return String.format(java.util.Locale.ROOT, "%.5f, %.5f", at.longitude(), at.latitude());
    }

    private void ask(String text) {
        if (!text.equals(asked)) {
            return; // another key came
        }
        var _ = desk.lookup().places(text, phone).thenAccept(f -> {
            if (f instanceof Found.Got<List<PlaceCandidate>>(List<PlaceCandidate> places)) {
                hall.fx().execute(() -> take(text, places));
            }
        });
    }

    private void take(String text, List<PlaceCandidate> places) {
        if (!text.equals(asked)) {
            return;
        }
        List<Spot> spots = new ArrayList<>();
        for (PlaceCandidate p : places.subList(0, Math.min(MOST, places.size()))) {
            spots.add(new Spot(
                    p.name(), p.area() == null ? where(p.position()) : words.area(p.area()), p.position(), p.name()));
        }
        found.setAll(spots);
    }
}
