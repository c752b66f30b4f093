package org.yiping.console.store;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Layer;

/// What the platform says of its city: identity, ground, rules. Immutable; any thread.
public record CityFacts(Name name, ZoneId zone, Extent extent, List<Layer> layers, Promises promises, Rules rules) {
    public CityFacts {
        layers = List.copyOf(layers);
    }

    /// `simulated` cities carry the mark 模拟城市, and `notice` is shown beside it; `noticeEnglish` is empty where the
    /// platform has no other words.
    public record Name(String name, String code, boolean simulated, String notice, String noticeEnglish) {
        /// In the interface's language where it is known, else as the platform has it.
        public String notice(Locale language) {
            return language.getLanguage().equals("en") && !noticeEnglish.isBlank() ? noticeEnglish : notice;
        }
    }

    /// The catalogue and workflow in force.
    public record Rules(Catalogue catalogue, Workflow workflow, String calendarVersion) {}

    /// Within how long each source promises fresh data; keys: link, people, kpis, cameras.
    public record Promises(Map<String, Duration> bySource) {
        public Promises {
            bySource = Map.copyOf(bySource);
        }

        public Duration of(String source, Duration otherwise) {
            return bySource.getOrDefault(source, otherwise);
        }
    }
}
