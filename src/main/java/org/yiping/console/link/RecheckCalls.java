package org.yiping.console.link;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.RecheckId;
import org.yiping.domain.kpi.RecheckSheet;
import org.yiping.protocol.Json;

/// What a link asks of blind re-checks; `period` and `day` as the contract has them. Any thread.
public final class RecheckCalls {
    private static final String ALL = "/api/v1/rechecks";
    private static final int PAGE = 50;

    private final Calls calls;

    RecheckCalls(Calls calls) {
        this.calls = calls;
    }

    /// Every sample this person may see, the newest first.
    public CompletableFuture<Answer<List<RecheckSheet>>> all() {
        return calls.all(ALL + "?limit=" + PAGE, RecheckSheet.class).thenApply(a -> a.map(List::reversed));
    }

    public CompletableFuture<Answer<RecheckSheet>> draw(
            RecheckId id, String counter, int size, String period, @Nullable String day, FigureScope scope) {
        byte[] body = Json.mapper().writeValueAsBytes(Map.of("counter", counter, "size", size));
        String path = ALL + "/" + Link.encode(id.value()) + "?" + FigureCalls.query(period, day, scope);
        return calls.json(Call.put(path, body), RecheckSheet.class);
    }

    public CompletableFuture<Answer<RecheckSheet>> judge(RecheckId id, int place, String verdict, String note) {
        byte[] body = Json.mapper().writeValueAsBytes(Map.of("verdict", verdict, "note", note));
        return calls.json(
                Call.put(ALL + "/" + Link.encode(id.value()) + "/verdicts/" + place, body), RecheckSheet.class);
    }
}
