package org.yiping.console.ui.map;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.Hit;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.sensor.SensorId;

/// The hand with the arrow: names what is under the pointer, picks it, and with further clicks what lies below; the
/// other button lists all of it (点选). FX thread.
final class PickHand {
    private static final double PICK_PIXELS = 12;
    /// What is under each other, and not merely near.
    private static final double STACK_PIXELS = 7;

    private final CityMap map;
    private final MapSurface surface;
    private final MapCard card;
    private final DrawHand drawing;
    private final LayerList layers;
    private final AreaTints tints;
    private final Messages messages;
    private final Label hover = Nodes.keep("", "map-hover");
    private final UnderPointer under = new UnderPointer();
    private @Nullable ContextMenu menu;

    /// What this window shows besides: which layers, and areas coloured by what.
    record Seen(LayerList layers, AreaTints tints) {}

    PickHand(CityMap map, MapSurface surface, MapCard card, DrawHand drawing, Seen seen) {
        this.map = map;
        this.surface = surface;
        this.card = card;
        this.drawing = drawing;
        this.layers = seen.layers;
        this.tints = seen.tints;
        this.messages = map.hall().messages();
        hover.setMouseTransparent(true);
        hover.setManaged(false);
        hover.setVisible(false);
        surface.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover.setVisible(false));
    }

    Label hover() {
        return hover;
    }

    private List<Hit> at(MouseEvent e) {
        MapEngine engine = map.engine().get().orElse(null);
        MapCamera camera = surface.camera().get().orElse(null);
        if (engine == null || camera == null) {
            return List.of();
        }
        Set<String> hidden = new HashSet<>(layers.hidden(camera.metresPerPixel()));
        Optional<Hit> group = engine.group(camera, camera.city(e.getX(), e.getY()), surface.stack());
        if (MapEngine.groups(surface.stack(), camera)) {
            hidden.add(CityMap.COMPONENTS); // counted, and not drawn one by one
        }
        List<Hit> stack = seen(engine.pickAll(camera, e.getX(), e.getY(), STACK_PIXELS, hidden), hidden);
        if (!stack.isEmpty() || group.isPresent()) {
            return Stream.concat(stack.stream(), group.stream()).toList();
        }
        return seen(
                engine.pick(camera, e.getX(), e.getY(), PICK_PIXELS, hidden).stream()
                        .toList(),
                hidden);
    }

    /// The engine leaves out what moves; components that this window does not show are left out here.
    private static List<Hit> seen(List<Hit> hits, Set<String> hidden) {
        return hits.stream().filter(h -> !hidden.contains(h.layer())).toList();
    }

    private void clicked(MouseEvent e) {
        closeMenu();
        if (drawing.tool() != Tool.PICK || surface.wasDragged() || !e.isStillSincePress()) {
            return;
        }
        List<Hit> here = at(e);
        if (e.getButton() == MouseButton.SECONDARY || e.isAltDown()) {
            list(here, e);
            return;
        }
        under.click(here, e.getX(), e.getY())
                .ifPresentOrElse(this::take, () -> map.desk().selection().pick(point(e)));
        name(here, e);
    }

    private void take(Hit hit) {
        switch (hit) {
            case Hit.Feature(String layer, String id) -> pick(layer, id);
            case Hit.Group(String _, int _, CityBox around) ->
                surface.camera().get().ifPresent(c -> surface.show(around.centre(), c.metresPerPixel() / 2.8));
        }
    }

    private void list(List<Hit> here, MouseEvent e) {
        if (here.isEmpty()) {
            return;
        }
        ContextMenu open = new ContextMenu();
        for (Hit hit : here) {
            MenuItem item = new MenuItem(words(hit).orElse(""));
            item.setOnAction(_ -> take(hit));
            open.getItems().add(item);
        }
        menu = open;
        open.show(surface, e.getScreenX(), e.getScreenY());
    }

    private void closeMenu() {
        ContextMenu open = menu;
        if (open != null) {
            open.hide();
            menu = null;
        }
    }

    /// Nothing stands there: who takes a report in may mean the place itself.
    private Selection.Picked point(MouseEvent e) {
        return surface.positionAt(e.getX(), e.getY())
                .<Selection.Picked>map(Selection.Picked.OfPoint::new)
                .orElseGet(Selection.Picked.Nothing::new);
    }

    private void pick(String layer, String id) {
        map.desk()
                .selection()
                .pick(
                        switch (layer) {
                            case CityMap.CASES -> new Selection.Picked.OfCase(new CaseId(id));
                            case CityMap.CAMERAS -> new Selection.Picked.OfCamera(new CameraId(id));
                            case CityMap.UNITS -> new Selection.Picked.OfUnit(id);
                            case CityMap.SENSORS -> new Selection.Picked.OfSensor(new SensorId(id));
                            case CityMap.COMPONENTS -> new Selection.Picked.OfComponent(new ComponentId(id));
                            default -> new Selection.Picked.Nothing();
                        });
    }

    private void moved(MouseEvent e) {
        if (drawing.tool() != Tool.PICK) {
            hover.setVisible(false);
            return;
        }
        name(at(e), e);
    }

    /// The hover card: what a click would mean, and how many things more lie there.
    private void name(List<Hit> here, MouseEvent e) {
        int which = under.meant(here, e.getX(), e.getY());
        Optional<String> name = here.stream().skip(which).findFirst().flatMap(this::words);
        surface.setCursor(name.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        Optional<String> area = name.isPresent() ? Optional.empty() : area(e);
        hover.setVisible(name.isPresent() || area.isPresent());
        name.or(() -> area).ifPresent(words -> {
            hover.setText(here.size() > 1 ? messages.get("map.hover-more", words, which + 1, here.size()) : words);
            hover.autosize();
            hover.relocate(Math.rint(e.getX() + 14), Math.rint(e.getY() + 10));
        });
    }

    /// Where nothing stands, what the colour of the area says.
    private Optional<String> area(MouseEvent e) {
        return surface.camera().get().map(c -> c.city(e.getX(), e.getY())).flatMap(tints::words);
    }

    private Optional<String> words(Hit hit) {
        return switch (hit) {
            case Hit.Feature(String layer, String id) ->
                layer.equals(CityMap.COMPONENTS)
                        ? map.component(id).map(c -> c.name() + " · " + id).or(() -> Optional.of(id))
                        : card.name(layer, id);
            case Hit.Group(String _, int count, CityBox _) -> Optional.of(messages.get("map.group", count));
        };
    }
}
