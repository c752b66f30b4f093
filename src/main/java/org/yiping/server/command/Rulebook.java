package org.yiping.server.command;

import java.time.ZoneId;
import java.util.List;
import org.yiping.city.CitySettings;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.casework.CaseRules;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.identity.Directory;
import org.yiping.protocol.Json;
import org.yiping.server.data.Meta;

/// What rules this city: its settings, catalogue, workflow, calendar. Kept as JSON in the storage, so that a start
/// needs no city folder and reads no CSV. Immutable; any thread.
public record Rulebook(CitySettings settings, Catalogue catalogue, Workflow workflow) {
    private record WorkflowText(String version, List<Workflow.State> states, List<Workflow.Transition> transitions) {}

    private record CatalogueText(String version, List<CaseClass> classes) {}

    private static final String SETTINGS = "settings";

    public static boolean isIn(Meta meta) {
        return meta.get(SETTINGS).isPresent();
    }

    public static Rulebook load(Meta meta) {
        WorkflowText w = Json.mapper().readValue(text(meta, "workflow"), WorkflowText.class);
        CatalogueText c = Json.mapper().readValue(text(meta, "catalogue"), CatalogueText.class);
        return new Rulebook(
                Json.mapper().readValue(text(meta, SETTINGS), CitySettings.class),
                new Catalogue(c.version(), c.classes()),
                new Workflow(w.version(), w.states(), w.transitions()));
    }

    /// Teaches the JSON codec these types ahead of their first reading.
    public static void warm() {
        for (Class<?> type : List.of(CitySettings.class, CatalogueText.class, WorkflowText.class)) {
            Json.mapper().readerFor(type);
        }
    }

    private static String text(Meta meta, String name) {
        return meta.get(name).orElseThrow(() -> new IllegalStateException("the storage holds no " + name));
    }

    /// Settings last: where they are, the rest is.
    public void save(Meta meta) {
        meta.set(
                "workflow",
                Json.mapper()
                        .writeValueAsString(
                                new WorkflowText(workflow.version(), workflow.states(), workflow.transitions())));
        meta.set(
                "catalogue",
                Json.mapper().writeValueAsString(new CatalogueText(catalogue.version(), catalogue.classes())));
        meta.set(SETTINGS, Json.mapper().writeValueAsString(settings));
    }

    public CaseRules rules(AreaFinder areas, Directory directory) {
        return new CaseRules(catalogue, workflow, settings.workCalendar(), areas, directory);
    }

    public ZoneId zone() {
        return ZoneId.of(settings.zone());
    }

    CaseNumbers numbers() {
        return new CaseNumbers(settings.caseNumber(), zone());
    }
}
