package org.yiping.console.ui.map;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import org.yiping.console.fx.Numbers;
import org.yiping.console.fx.Pace;
import org.yiping.console.map.MajorClass;
import org.yiping.console.store.Damage;
import org.yiping.console.store.Store;
import org.yiping.console.store.Stores;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.geo.Layer;

/// How much there is of what the layer column lists (图层计数): what the store has; components only when
/// their layer is new, the cases looked through elsewhere, at their pace. What nobody knows has a dash,
/// and what the disk lost says so. FX thread.
final class LayerCounts {
    private final CityMap map;
    private final Map<String, Label> counts = new HashMap<>();
    private final Map<MajorClass, Label> classCounts = new EnumMap<>(MajorClass.class);
    private final Pace looks;
    private long countedRevision = -1;

    LayerCounts(CityMap map) {
        this.map = map;
        looks = new Pace(map.hall().own());
    }

    /// The label of a kind of cases, of cameras or staff; of layers it is empty while they are here.
    Label of(String id) {
        return counts.computeIfAbsent(id, _ -> Nodes.keep("", "t-second"));
    }

    Label of(MajorClass major) {
        return classCounts.computeIfAbsent(major, _ -> Nodes.keep("", "t-second"));
    }

    void tick(Instant now) {
        var workflow = map.desk().city().map(c -> c.rules().workflow()).orElse(null);
        if (workflow == null || !looks.begins()) {
            return;
        }
        map.hall()
                .background()
                .run(
                        () -> new Counted(byKind(workflow, now), map.sensors().alarms(now), online()),
                        counted -> {
                            looks.ended();
                            show(counted);
                            sensors(counted.alarms());
                        },
                        _ -> looks.ended());
    }

    private record Counted(Map<String, Integer> byKind, int alarms, long online) {}

    private long online() {
        return map.desk()
                .stores()
                .cameras()
                .rows()
                .values()
                .filter(c -> c.state().online())
                .count();
    }

    /// Those in alarm and all; without a live word nobody knows how many there are.
    private void sensors(int alarms) {
        int all = map.desk().stores().sensors().rows().size();
        boolean known = map.desk().stores().readings().freshness().live();
        set(
                CityMap.SENSORS,
                known && alarms > 0
                        ? map.hall().messages().get("map.sensors-alarms", alarms, Numbers.whole(all))
                        : whole(map.desk().stores().sensors(), all));
    }

    /// None of a thing nobody has told of is not none.
    private String whole(Store<?, ?> of, int count) {
        return count > 0 || of.freshness().heard() ? Numbers.whole(count) : unknown();
    }

    private String unknown() {
        return map.hall().messages().get("control.countdown.unknown");
    }

    private Map<String, Integer> byKind(Workflow workflow, Instant now) {
        Map<String, Integer> byKind = new HashMap<>();
        for (Case c : (Iterable<Case>) map.desk().stores().cases().rows().values()::iterator) {
            Light light = c.light(now, workflow);
            String kind = switch (light) {
                case CLOSED, VOID -> "closed";
                case PAUSED -> "paused";
                case GREEN, YELLOW, RED, NONE -> c.subject().kind().value();
            };
            byKind.merge(kind, 1, Integer::sum);
        }
        return byKind;
    }

    private void show(Counted counted) {
        Stores stores = map.desk().stores();
        for (String kind : List.of("event", "component", "service", "paused", "closed")) {
            set(kind, whole(stores.cases(), counted.byKind.getOrDefault(kind, 0)));
        }
        int cameras = stores.cameras().rows().size();
        set(
                CityMap.CAMERAS,
                cameras > 0 || stores.cameras().freshness().heard() ? counted.online + " / " + cameras : unknown());
        set(CityMap.UNITS, whole(stores.units(), stores.units().rows().size()));
        stores.components().known().ifPresent(this::components);
        ground(stores);
    }

    /// What of the map the disk has lost.
    private void ground(Stores stores) {
        boolean noComponents = map.areComponentsLost();
        if (noComponents) {
            classCounts.values().forEach(label -> label.setText(unknown()));
        }
        set(CityMap.COMPONENTS, noComponents ? map.hall().messages().get("map.layer-lost") : "");
        boolean lost = stores.damage().lost().contains(Damage.LAYERS);
        map.desk()
                .city()
                .ifPresent(city -> city.layers().stream().map(Layer::name).forEach(name -> {
                    boolean missing = lost && stores.layers().find(name).isEmpty();
                    set(name, missing ? map.hall().messages().get("map.layer-lost") : "");
                }));
    }

    private void components(ComponentTable table) {
        if (table.revision() == countedRevision) {
            return;
        }
        countedRevision = table.revision();
        Map<MajorClass, Integer> byMajor = new EnumMap<>(MajorClass.class);
        table.parts().forEach(part -> byMajor.merge(MajorClass.of(part), part.size(), Integer::sum));
        classCounts.forEach((major, label) -> label.setText(Numbers.whole(byMajor.getOrDefault(major, 0))));
    }

    private void set(String id, String words) {
        Label label = of(id);
        if (!words.equals(label.getText())) {
            label.setText(words);
        }
    }
}
