package org.yiping.protocol;

import java.util.List;
import java.util.Map;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Layer;

/// Answer of `GET /api/v1/city`: what a console must know once. `simulated` cities carry the mark 模拟城市; `notice` is
/// shown beside it ("fictional city on OSM streets"), `noticeEnglish` where the interface is English; platforms that do
/// not know it leave it out. `promises` are seconds within which each source promises fresh
/// data (keys: link, people, kpis, cameras). Immutable; any thread.
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
        Rules rules) {
    @SuppressWarnings("NullAway") // absent in what an older platform sends
    public City {
        noticeEnglish = noticeEnglish == null ? "" : noticeEnglish;
        layers = List.copyOf(layers);
        promises = Map.copyOf(promises);
    }

    /// The versions in force: workflow, classes, calendar.
    public record Rules(
            String catalogueVersion,
            String calendarVersion,
            List<CaseClass> classes,
            String workflowVersion,
            List<Workflow.State> states,
            List<Workflow.Transition> transitions) {
        public Rules {
            classes = List.copyOf(classes);
            states = List.copyOf(states);
            transitions = List.copyOf(transitions);
        }

        public Workflow workflow() {
            return new Workflow(workflowVersion, states, transitions);
        }
    }
}
