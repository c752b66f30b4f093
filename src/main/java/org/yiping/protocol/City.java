package org.yiping.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.room.DebriefVerdict;
import org.yiping.domain.video.VideoRules;
import org.yiping.domain.wall.WallBook;

/// Answer of `GET /api/v1/city`: what a console must know once. `simulated` cities carry the mark 模拟城市;
/// `notice` is shown beside it ("fictional city on OSM streets"), `noticeEnglish` where the interface
/// is English; platforms that do not know it leave it out. `promises` are seconds within which each
/// source promises fresh data (keys: link, people, kpis, cameras, sensors). `alarms` is absent on
/// platforms that raise none, `video` on those that have no rules for cameras, `wall` on those that
/// know of none; `verdicts` is how a debrief may end, empty on platforms that know none. Immutable; any
/// thread.
public record City(
        String name,
        String code,
        String zone,
        boolean simulated,
        String notice,
        String noticeEnglish,
        Extent extent,
        List<Layer> layers,
        Map<String, Integer> promises,
        Rules rules,
        @Nullable AlarmRules alarms,
        @Nullable VideoRules video,
        @Nullable WallBook wall,
        List<DebriefVerdict> verdicts) {
    public City(
            String name,
            String code,
            String zone,
            boolean simulated,
            String notice,
            String noticeEnglish,
            Extent extent,
            List<Layer> layers,
            Map<String, Integer> promises,
            Rules rules) {
        this(
                name,
                code,
                zone,
                simulated,
                notice,
                noticeEnglish,
                extent,
                layers,
                promises,
                rules,
                null,
                null,
                null,
                List.of());
    }

    @SuppressWarnings("NullAway") // absent in what an older platform sends
    public City {
        noticeEnglish = noticeEnglish == null ? "" : noticeEnglish;
        layers = List.copyOf(layers);
        promises = Map.copyOf(promises);
        verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
    }

    /// The versions in force: workflow, classes, calendar. `former` are the classes as other versions of the catalogue
    /// have them, where they read differently from the one in force: open cases may stand under such a version.
    /// `withoutTable` are years that have begun or will within a month and whose holidays nobody has laid down.
    /// Both are empty on platforms that do not know them.
    public record Rules(
            String catalogueVersion,
            String calendarVersion,
            List<CaseClass> classes,
            String workflowVersion,
            List<Workflow.State> states,
            List<Workflow.Transition> transitions,
            List<Former> former,
            List<Integer> withoutTable) {
        /// A version that is not in force, and what is different there.
        public record Former(String version, List<CaseClass> classes) {
            public Former {
                classes = List.copyOf(classes);
            }
        }

        public Rules(
                String catalogueVersion,
                String calendarVersion,
                List<CaseClass> classes,
                String workflowVersion,
                List<Workflow.State> states,
                List<Workflow.Transition> transitions) {
            this(
                    catalogueVersion,
                    calendarVersion,
                    classes,
                    workflowVersion,
                    states,
                    transitions,
                    List.of(),
                    List.of());
        }

        @SuppressWarnings("NullAway") // absent in what an older platform sends
        public Rules {
            former = former == null ? List.of() : List.copyOf(former);
            withoutTable = withoutTable == null ? List.of() : List.copyOf(withoutTable);
            classes = List.copyOf(classes);
            states = List.copyOf(states);
            transitions = List.copyOf(transitions);
        }

        public Workflow workflow() {
            return new Workflow(workflowVersion, states, transitions);
        }
    }
}
