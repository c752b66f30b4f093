package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.DataAge;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.PersonId;

/// Cameras and people near the open case (最近摄像头、最近人员): how far, how old what is known of them is, and how much
/// the people have in hand already. FX thread.
final class NearbyView {
    private static final double REACH_METRES = 500;
    private static final int MOST = 3;
    private static final String VEHICLE = "mdi2t-truck-outline";
    private static final Duration PROMISE = Duration.ofSeconds(60);

    private final CaseViewModel model;
    private final Hall hall;
    private final Words words;
    private final VBox cameras = new VBox();
    private final VBox people = new VBox();
    private final PanelHeader cameraHeader;
    private final PanelHeader peopleHeader;
    private final List<Region> frames;
    private final Map<String, Seen> rows = new HashMap<>();

    /// A row with what stands under its distance.
    private record Seen(NearRow row, Node last) {}

    NearbyView(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        this.words = model.words();
        cameraHeader = new PanelHeader(hall.messages(), text("aids.cameras"));
        peopleHeader = new PanelHeader(hall.messages(), text("aids.people"));
        frames = List.of(new PanelFrame(cameraHeader, cameras), new PanelFrame(peopleHeader, people));
        frames.forEach(f -> f.setMinHeight(Region.USE_PREF_SIZE));
    }

    List<Region> frames() {
        return frames;
    }

    /// Called every second: positions and ages.
    void tick() {
        model.countLoads();
        Position place = model.value().map(c -> c.place().position()).orElse(null);
        if (place == null) {
            String why = text(model.value().isEmpty() ? "aids.no-case" : "aids.no-place");
            cameras.getChildren().setAll(EmptyState.empty(why).inline());
            people.getChildren().setAll(EmptyState.empty(why).inline());
            List.of(cameraHeader, peopleHeader).forEach(NearbyView::uncounted);
            rows.clear();
            return;
        }
        List<Nearby<Camera>> near = Nearby.find(
                place,
                model.desk()
                        .stores()
                        .cameras()
                        .rows()
                        .values()
                        .filter(Camera::standsOnMap)
                        .toList(),
                Camera::position,
                REACH_METRES,
                Integer.MAX_VALUE);
        List<Nearby<FieldUnit>> units = Nearby.find(
                place,
                model.desk().stores().units().rows().values().toList(),
                FieldUnit::position,
                REACH_METRES,
                Integer.MAX_VALUE);
        head(cameraHeader, near.size());
        head(peopleHeader, units.size());
        Map<String, Seen> before = Map.copyOf(rows);
        rows.clear();
        lay(
                cameras,
                near.stream().limit(MOST).map(n -> camera(n, place, before)).toList());
        lay(people, units.stream().limit(MOST).map(n -> unit(n, before)).toList());
    }

    private void head(PanelHeader header, int count) {
        header.count(count);
        header.meta(text("aids.within", Math.round(REACH_METRES)));
    }

    private static void uncounted(PanelHeader header) {
        header.uncounted();
        header.meta("");
    }

    private void lay(VBox list, List<NearRow> next) {
        if (next.isEmpty()) {
            list.getChildren().setAll(EmptyState.empty(text("aids.none-near")).inline());
        } else if (!list.getChildren().equals(next)) {
            list.getChildren().setAll(next);
        }
    }

    private NearRow camera(Nearby<Camera> near, Position place, Map<String, Seen> before) {
        Camera c = near.thing();
        Seen seen = seen(
                "aids/camera-" + c.id().value(),
                before,
                () -> Nodes.keep("", "t-age"),
                () -> pick(new Selection.Picked.OfCamera(c.id())));
        boolean online = c.state().online();
        boolean offline = c.state().offline();
        if (seen.last instanceof Label state) {
            state.setText(text(online ? "aids.online" : offline ? "aids.offline" : "aids.state-unknown"));
            state.getStyleClass().removeAll("t-muted", "t-red");
            state.getStyleClass().add(offline ? "t-red" : "t-muted");
        }
        seen.row.fill(
                offline ? Icons.CAMERA_OFF : Icons.CAMERA,
                c.name(),
                text(Nearby.sees(c, place) ? "aids.sees" : "aids.sees-not"),
                words.metres(near.metres()));
        return seen.row;
    }

    private NearRow unit(Nearby<FieldUnit> near, Map<String, Seen> before) {
        FieldUnit u = near.thing();
        Seen seen = seen(
                "aids/unit-" + u.id(),
                before,
                () -> new DataAge(hall.messages()),
                () -> pick(new Selection.Picked.OfUnit(u.id())));
        if (seen.last instanceof DataAge age) {
            Duration promise = model.desk()
                    .city()
                    .map(CityFacts::promises)
                    .map(p -> p.of("people", PROMISE))
                    .orElse(PROMISE);
            age.show(
                    Duration.between(u.at(), hall.now()),
                    promise,
                    !model.desk().stores().units().freshness().live());
        }
        boolean vehicle = u.kind().equals("vehicle");
        seen.row.fill(
                vehicle ? VEHICLE : Icons.PERSON,
                u.name(),
                vehicle ? words.unit(u.kind()) : words.unit(u.kind()) + load(new PersonId(u.id())),
                words.metres(near.metres()));
        return seen.row;
    }

    /// Not counted yet is not none.
    private String load(PersonId person) {
        return model.loads()
                .map(counted -> counted.of(person))
                .map(load -> " · "
                        + (load.soon() == 0
                                ? text("aids.open", load.open())
                                : text("aids.open-soon", load.open(), load.soon())))
                .orElse("");
    }

    private Seen seen(String id, Map<String, Seen> before, java.util.function.Supplier<Node> last, Runnable action) {
        Seen kept = before.get(id);
        if (kept == null) {
            Node under = last.get();
            kept = new Seen(new NearRow(id, under, action), under);
        }
        rows.put(id, kept);
        return kept;
    }

    private void pick(Selection.Picked picked) {
        model.desk().selection().pick(picked);
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
