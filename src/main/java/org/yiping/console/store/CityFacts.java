package org.yiping.console.store;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.SopStep;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.room.DebriefVerdict;
import org.yiping.domain.video.VideoRules;
import org.yiping.domain.wall.WallBook;

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

    /// The catalogue, workflow and rules for alarms, cameras and the wall in force. `former` says by version what is
    /// different in catalogues that are not in force; `withoutTable` are years now or soon whose holidays nobody
    /// has laid down; `verdicts` is how a debrief may end.
    public record Rules(
            Catalogue catalogue,
            Workflow workflow,
            String calendarVersion,
            Map<String, Catalogue> former,
            List<Integer> withoutTable,
            AlarmRules alarms,
            VideoRules video,
            WallBook wall,
            List<DebriefVerdict> verdicts) {
        public Rules {
            verdicts = List.copyOf(verdicts);
            former = Map.copyOf(former);
            withoutTable = List.copyOf(withoutTable);
        }

        public Rules(
                Catalogue catalogue,
                Workflow workflow,
                String calendarVersion,
                Map<String, Catalogue> former,
                List<Integer> withoutTable,
                AlarmRules alarms,
                VideoRules video,
                WallBook wall) {
            this(
                    catalogue,
                    workflow,
                    calendarVersion,
                    former,
                    withoutTable,
                    alarms,
                    video,
                    wall,
                    DebriefVerdict.SHIPPED);
        }

        public Rules(Catalogue catalogue, Workflow workflow, String calendarVersion) {
            this(catalogue, workflow, calendarVersion, Map.of(), List.of(), AlarmRules.NONE);
        }

        public Rules(
                Catalogue catalogue,
                Workflow workflow,
                String calendarVersion,
                Map<String, Catalogue> former,
                List<Integer> withoutTable,
                AlarmRules alarms) {
            this(catalogue, workflow, calendarVersion, former, withoutTable, alarms, VideoRules.NONE, WallBook.NONE);
        }

        public Rules with(AlarmRules next) {
            return new Rules(catalogue, workflow, calendarVersion, former, withoutTable, next, video, wall, verdicts);
        }

        public Rules with(VideoRules next) {
            return new Rules(catalogue, workflow, calendarVersion, former, withoutTable, alarms, next, wall, verdicts);
        }

        public Rules with(WallBook next) {
            return new Rules(catalogue, workflow, calendarVersion, former, withoutTable, alarms, video, next, verdicts);
        }

        /// The class of a case as it is filed today; what is no longer in force, as its own catalogue has it.
        public Optional<CaseClass> caseClass(Case c) {
            ClassCode code = c.subject().classCode();
            return catalogue.find(code).or(() -> own(c).flatMap(k -> k.find(code)));
        }

        /// The steps by which a case is worked on, as its own catalogue has them.
        public List<SopStep> procedure(Case c) {
            ClassCode code = c.subject().classCode();
            return own(c).flatMap(k -> k.find(code))
                    .or(() -> catalogue.find(code))
                    .map(CaseClass::procedure)
                    .orElse(List.of());
        }

        /// The criterion a case was filed by, in the words and with the limit of its own catalogue.
        public Optional<Criterion> criterion(Case c) {
            CriterionId id = c.subject().criterion();
            ClassCode code = c.subject().classCode();
            return id == null
                    ? Optional.empty()
                    : own(c).flatMap(k -> k.find(code, id)).or(() -> catalogue.find(code, id));
        }

        private Optional<Catalogue> own(Case c) {
            String version = c.head().catalogueVersion();
            return version == null ? Optional.empty() : Optional.ofNullable(former.get(version));
        }
    }

    /// Within how long each source promises fresh data; keys: link, people, kpis, cameras, sensors.
    public record Promises(Map<String, Duration> bySource) {
        public Promises {
            bySource = Map.copyOf(bySource);
        }

        public Duration of(String source, Duration otherwise) {
            return bySource.getOrDefault(source, otherwise);
        }
    }
}
