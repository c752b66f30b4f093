package org.yiping.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiping.protocol.Json;

/// A run's last line: one JSON object with its rows and the machine. One thread.
public final class Report {
    private final Map<String, Object> lines = new LinkedHashMap<>();

    public Report(String kind, String name) {
        lines.put(kind, name);
    }

    public Report with(String key, Object value) {
        lines.put(key, value);
        return this;
    }

    public Report rows(List<Row> rows) {
        return with("rows", rows.stream().map(Row::wire).toList());
    }

    public void print() {
        lines.put("machine", machine());
        System.out.println(Json.mapper().writeValueAsString(lines));
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + ", Java " + Runtime.version();
    }
}
