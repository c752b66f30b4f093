package org.yiping.server.advice;

import java.util.List;
import org.yiping.city.CityFolder;
import org.yiping.domain.advice.AdviceRules;
import org.yiping.domain.advice.DutyGrid;
import org.yiping.protocol.Json;
import org.yiping.server.data.Meta;

/// By which rules this city proposes: weights and duty grid. Kept as JSON in the storage beside the rulebook; a storage
/// that is older has the shipped ones. Immutable; any thread.
public record AdviceBook(AdviceRules rules, DutyGrid grid) {
    private record GridText(List<DutyGrid.Duty> duties) {}

    public static AdviceBook load(Meta meta) {
        return new AdviceBook(
                meta.get("advice")
                        .map(text -> Json.mapper().readValue(text, AdviceRules.class))
                        .orElseGet(CityFolder::shippedAdvice),
                new DutyGrid(meta.get("duty-grid")
                        .map(text ->
                                Json.mapper().readValue(text, GridText.class).duties())
                        .orElse(List.of())));
    }

    public void save(Meta meta) {
        meta.set("advice", Json.mapper().writeValueAsString(rules));
        meta.set("duty-grid", Json.mapper().writeValueAsString(new GridText(grid.duties())));
    }
}
