package org.yiping.console.ui.map;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Notice;
import org.yiping.console.store.Stores;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.SensorFace;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.map.Found.Kind;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.SensorId;

/// What was found as a table of text, a thing a line, to be pasted into a sheet (结果复制). Any thread but for the
/// clipboard, which is the FX thread's. Places are in WGS 84 and unknown ones empty.
final class FoundTable {
    /// More than a sheet is good for; the notice says so.
    static final int MOST = 10_000;

    private final CityMap map;
    private final Stores stores;
    private final Words words;
    private final SensorFace said;
    private final @Nullable Position from;

    /// The table and how many lines it was cut by.
    record Text(String lines, int count, int left) {}

    FoundTable(CityMap map, @Nullable Position from) {
        this.map = map;
        this.stores = map.desk().stores();
        this.words = map.words();
        this.said = new SensorFace(map.desk(), map.hall().messages());
        this.from = from;
    }

    Text text(Found found, @Nullable Kind only) {
        StringBuilder out = new StringBuilder(message("map.copy-head")).append('\n');
        int count = 0;
        int all = 0;
        for (Kind kind : only == null ? Kind.values() : new Kind[] {only}) {
            List<String> ids = found.of(kind);
            all += ids.size();
            for (String id : ids) {
                if (count == MOST) {
                    break;
                }
                line(kind, id, out);
                count++;
            }
        }
        return new Text(out.toString(), count, all - count);
    }

    static void toClipboard(Text table, Hall hall) {
        Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, table.lines()));
        hall.notices()
                .show(Notice.info(
                        "map-copied",
                        table.left() == 0
                                ? hall.messages().get("map.copied", table.count())
                                : hall.messages().get("map.copied-cut", table.count(), table.left())));
    }

    private void line(Kind kind, String id, StringBuilder out) {
        ComponentTable table = kind == Kind.COMPONENTS ? map.components() : null;
        Position at = FoundOrder.where(kind, id, stores, table);
        cell(message(ResultRow.title(kind)), out);
        switch (kind) {
            case CASES -> {
                var value = stores.cases().find(new CaseId(id));
                cell(value.map(c -> c.head().number().value()).orElse(id), out);
                cell(value.map(words::name).orElse(""), out);
                cell(value.map(words::place).orElse(""), out);
            }
            case CAMERAS -> {
                cell(id, out);
                cell(stores.cameras().find(new CameraId(id)).map(c -> c.name()).orElse(""), out);
                cell("", out);
            }
            case SENSORS -> {
                var sensor = stores.sensors().find(new SensorId(id));
                cell(id, out);
                cell(sensor.map(s -> s.name()).orElse(""), out);
                cell(sensor.map(s -> said.said(s, map.hall().now())).orElse(""), out);
            }
            case STAFF, VEHICLES -> {
                var unit = stores.units().find(id);
                cell(id, out);
                cell(unit.map(u -> u.name()).orElse(""), out);
                cell(unit.map(u -> words.stamp(u.at())).orElse(""), out);
            }
            case COMPONENTS -> {
                var component = table == null
                        ? java.util.Optional.<org.yiping.domain.component.Component>empty()
                        : table.find(id);
                cell(id, out);
                cell(component.map(c -> c.name()).orElse(""), out);
                cell(component.map(c -> words.classes(c.classCode().value())).orElse(""), out);
            }
        }
        cell(at == null || from == null ? "" : Long.toString(Math.round(from.distanceMetres(at))), out);
        cell(at == null ? "" : String.format(Locale.ROOT, "%.6f", at.longitude()), out);
        out.append(at == null ? "" : String.format(Locale.ROOT, "%.6f", at.latitude()))
                .append('\n');
    }

    /// What could end a cell is a space in it.
    private static void cell(String text, StringBuilder out) {
        out.append(text.replaceAll("[\\t\\r\\n]+", " ")).append('\t');
    }

    private String message(String key) {
        return map.hall().messages().get(key);
    }
}
