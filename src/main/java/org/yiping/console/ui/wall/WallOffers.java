package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.ToWall;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallScene.Shown;

/// What a desk can send to the wall now, by groups. FX thread.
final class WallOffers {
    /// More nobody reads; what is looked for is typed.
    private static final int MOST_CAMERAS = 100;

    private static final List<PanelKind> BOARDS = List.of(
            PanelKind.RANKING,
            PanelKind.MIX,
            PanelKind.WEEK_HEAT,
            PanelKind.DURATIONS,
            PanelKind.TREND,
            PanelKind.FORECAST,
            PanelKind.PLACES);

    private static final String KPI = "mdi2c-chart-box-outline";
    private static final String SCENE = "mdi2v-view-dashboard-outline";
    private static final String CASE = "mdi2f-file-document-outline";
    private static final String MAP = "mdi2m-map-outline";

    /// In the order of their chips.
    enum Group {
        SCENES,
        CASES,
        CAMERAS,
        PANELS
    }

    private final Desk desk;
    private final OrderWords words;

    WallOffers(Desk desk, OrderWords words) {
        this.desk = desk;
        this.words = words;
    }

    /// `urgent` are the cases that are most urgent, `typed` narrows cameras.
    List<WallOffer> of(Group group, WallBook book, List<CaseId> urgent, String typed) {
        return switch (group) {
            case SCENES ->
                book.scenes().stream()
                        .map(s -> new WallOffer(SCENE, words.title(s), words.whole(), s.id(), null))
                        .toList();
            case CASES -> cases(urgent);
            case CAMERAS -> cameras(typed.strip().toLowerCase(Locale.ROOT));
            case PANELS -> panels();
        };
    }

    WallOffer of(Shown panel) {
        return new WallOffer(icon(panel), words.name(panel), words.note(panel), null, panel);
    }

    /// What the seat has picked, where a wall can show that.
    Optional<WallOffer> picked() {
        return switch (desk.selection().picked()) {
            case Selection.Picked.OfCase(CaseId id) -> Optional.of(of(ToWall.aCase(id)));
            case Selection.Picked.OfCamera(CameraId id) -> Optional.of(of(ToWall.camera(id.value())));
            default -> Optional.empty();
        };
    }

    /// The part of the city the seat's map shows.
    Optional<WallOffer> view() {
        return desk.selection().view().map(v -> of(new Shown(PanelKind.MAP, Map.of("view", v.word()))));
    }

    /// A panel's sign.
    static String icon(Shown panel) {
        return switch (panel.panel()) {
            case CAMERAS -> Icons.CAMERA;
            case CASE, URGENT, ALARMS -> CASE;
            case MAP -> MAP;
            default -> KPI;
        };
    }

    /// What the seat has picked, first.
    private List<WallOffer> cases(List<CaseId> urgent) {
        return Stream.concat(desk.pickedCaseId().stream(), urgent.stream())
                .distinct()
                .filter(id -> desk.stores().cases().find(id).isPresent())
                .map(id -> of(ToWall.aCase(id)))
                .toList();
    }

    private List<WallOffer> cameras(String typed) {
        CameraId picked = desk.selection().picked() instanceof Selection.Picked.OfCamera(CameraId id) ? id : null;
        List<Camera> found = new ArrayList<>();
        desk.stores().cameras().rows().values().forEach(c -> {
            if (typed.isEmpty()
                    || c.name().toLowerCase(Locale.ROOT).contains(typed)
                    || c.id().value().contains(typed)) {
                found.add(c);
            }
        });
        return found.stream()
                .sorted(Comparator.comparing((Camera c) -> !c.id().equals(picked))
                        .thenComparing(c -> c.state().offline())
                        .thenComparing(c -> !c.state().online())
                        .thenComparing(Camera::name)
                        .thenComparing(c -> c.id().value()))
                .limit(MOST_CAMERAS)
                .map(c -> of(ToWall.camera(c.id().value())))
                .toList();
    }

    private List<WallOffer> panels() {
        List<Shown> all = new ArrayList<>();
        for (String figure : OrderWords.FIGURES) {
            all.add(new Shown(PanelKind.FIGURE, Map.of("of", figure)));
        }
        BOARDS.forEach(kind -> all.add(new Shown(kind, Map.of("period", "month"))));
        List.of(PanelKind.FIGURES, PanelKind.ALARMS, PanelKind.MAP, PanelKind.CLOCK)
                .forEach(kind -> all.add(new Shown(kind, Map.of())));
        return Stream.concat(view().stream(), all.stream().map(this::of)).toList();
    }
}
