package org.yiping.console.ui;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.yiping.console.store.Tables;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;

/// The figures of a made-up city's day.
final class MadeUpDay {
    private MadeUpDay() {}

    static void figures(Tables tables, Instant now) {
        Map<String, double[]> values = new HashMap<>();
        values.put("filed", new double[] {286});
        values.put("dispatched", new double[] {271});
        values.put("closed", new double[] {139});
        values.put("on-time-rate", new double[] {97.4, 264, 271});
        values.put("overdue", new double[] {6});
        values.put("due-soon", new double[] {7});
        values.put("open", new double[] {143});
        values.put("source-collector", new double[] {180});
        values.put("source-hotline", new double[] {52});
        values.put("source-video", new double[] {31});
        values.put("source-alarm", new double[] {14});
        values.put("source-app", new double[] {9});
        values.forEach((code, v) -> tables.kpis.put(
                new KpiCode(code),
                new Kpi(
                        new KpiCode(code),
                        v[0],
                        code.equals("on-time-rate") ? "percent" : "cases",
                        v.length > 1 ? (long) v[1] : null,
                        v.length > 1 ? (long) v[2] : null,
                        now)));
    }
}
