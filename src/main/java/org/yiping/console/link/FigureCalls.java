package org.yiping.console.link;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.HotPlaces;

/// What a link asks of figures; `period` and `day` as the contract has them. Any thread.
public final class FigureCalls {
    private static final String FIGURES = "/api/v1/figures/";

    private final Calls calls;

    FigureCalls(Calls calls) {
        this.calls = calls;
    }

    /// A page of the cases behind a counter.
    public record CasePage(Instant at, @Nullable Long total, List<Case> items) {}

    /// `known` is the one that is had already: it is given again where the platform has no other.
    public CompletableFuture<Answer<FigureBoard>> board(
            String period, @Nullable String day, FigureScope scope, @Nullable FigureBoard known) {
        Call call = Call.get(FIGURES + "board?" + query(period, day, scope));
        if (known == null) {
            return calls.json(call, FigureBoard.class);
        }
        return calls.json(call.with("If-None-Match", '"' + known.version() + '"'), FigureBoard.class)
                .thenApply(a -> Link.unchanged(a) ? new Answer.Ok<>(known) : a);
    }

    public CompletableFuture<Answer<HotPlaces>> places(String period, @Nullable String day, FigureScope scope) {
        return calls.json(Call.get(FIGURES + "places?" + query(period, day, scope)), HotPlaces.class);
    }

    public CompletableFuture<Answer<CasePage>> behind(
            String counter, String period, @Nullable String day, FigureScope scope, int most) {
        return calls.json(
                Call.get(FIGURES + "cases?counter=" + Link.encode(counter) + "&limit=" + most + "&"
                        + query(period, day, scope)),
                CasePage.class);
    }

    public CompletableFuture<Answer<Case>> one(CaseId id) {
        return calls.json(Call.get("/api/v1/cases/" + Link.encode(id.value())), Case.class);
    }

    private static String query(String period, @Nullable String day, FigureScope scope) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("period", period);
        parts.put("day", day);
        parts.put("area", scope.area() == null ? null : scope.area().value());
        parts.put(
                "department",
                scope.department() == null ? null : scope.department().value());
        parts.put("class", scope.classCode() == null ? null : scope.classCode().value());
        parts.put("source", scope.source() == null ? null : scope.source().value());
        parts.put("person", scope.person() == null ? null : scope.person().value());
        parts.put("post", scope.post() == null ? null : scope.post().value());
        parts.put("hour", scope.hour());
        parts.put("weekHour", scope.weekHour());
        return parts.entrySet().stream()
                .filter(e -> e.getValue() != null)
                .map(e -> e.getKey() + "=" + Link.encode(String.valueOf(e.getValue())))
                .collect(Collectors.joining("&"));
    }
}
