package org.yiping.console.ui.kpi;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.store.Stores;
import org.yiping.console.ui.control.KpiCell;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;

/// The figures of today in words, as the platform counted them; nothing is computed here. Any thread.
final class KpiFigures {
    /// In the order of the strip.
    static final List<KpiCode> STRIP = List.of(
            new KpiCode("filed"),
            new KpiCode("dispatched"),
            new KpiCode("closed"),
            new KpiCode("on-time-rate"),
            new KpiCode("overdue"),
            new KpiCode("due-soon"),
            new KpiCode("open"));

    /// Before the sources' own codes.
    static final String SOURCE = "source-";

    private final Stores stores;
    private final Messages messages;

    KpiFigures(Stores stores, Messages messages) {
        this.stores = stores;
        this.messages = messages;
    }

    /// How one cell looks. An absent `figure` is unknown.
    record Face(@Nullable String figure, String unit, String words, KpiCell.Call call) {}

    String label(KpiCode code) {
        return switch (code.value()) {
            case "filed" -> messages.get("kpi.filed");
            case "dispatched" -> messages.get("kpi.dispatched");
            case "closed" -> messages.get("kpi.closed");
            case "on-time-rate" -> messages.get("kpi.on-time-rate");
            case "overdue" -> messages.get("kpi.overdue");
            case "due-soon" -> messages.get("kpi.due-soon");
            case "open" -> messages.get("kpi.open");
            default -> code.value();
        };
    }

    Optional<Kpi> find(KpiCode code) {
        return stores.kpis().find(code);
    }

    Face face(KpiCode code) {
        Kpi kpi = find(code).orElse(null);
        if (kpi == null || kpi.value() == null) {
            return new Face(null, "", words(code, kpi), KpiCell.Call.NONE);
        }
        double value = kpi.value();
        if (kpi.unit().equals("percent")) {
            return new Face(Numbers.decimal(value, 1), "%", words(code, kpi), KpiCell.Call.NONE);
        }
        return new Face(
                Numbers.whole(Math.round(value)), messages.get("kpi.unit-cases"), words(code, kpi), call(code, value));
    }

    /// The fraction a rate was counted from, or what a count means.
    private String words(KpiCode code, @Nullable Kpi kpi) {
        if (kpi != null && kpi.numerator() != null && kpi.denominator() != null) {
            return messages.get("kpi.fraction", Numbers.whole(kpi.numerator()), Numbers.whole(kpi.denominator()));
        }
        return switch (code.value()) {
            case "filed", "dispatched", "closed" -> messages.get("kpi.since-midnight");
            case "overdue" -> messages.get("kpi.overdue-words");
            case "due-soon" -> messages.get("kpi.due-soon-words");
            case "open" -> messages.get("kpi.open-words");
            default -> "";
        };
    }

    /// Coloured only where the number itself asks to act, and never at nought.
    private static KpiCell.Call call(KpiCode code, double value) {
        if (value == 0) {
            return KpiCell.Call.NONE;
        }
        return switch (code.value()) {
            case "overdue" -> KpiCell.Call.ALARM;
            case "due-soon" -> KpiCell.Call.WARN;
            default -> KpiCell.Call.NONE;
        };
    }

    /// A source's count of today, largest first.
    record SourceCount(KpiCode code, String source, long count) {}

    List<SourceCount> sources() {
        return stores.kpis()
                .rows()
                .values()
                .filter(k -> k.code().value().startsWith(SOURCE) && k.value() != null)
                .map(k -> new SourceCount(
                        k.code(),
                        k.code().value().substring(SOURCE.length()),
                        Math.round(k.value() == null ? 0 : k.value())))
                .filter(s -> s.count() > 0)
                .sorted(Comparator.comparingLong(SourceCount::count).reversed().thenComparing(SourceCount::source))
                .toList();
    }
}
