package org.yiping.console.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.link.Answer;
import org.yiping.console.link.ReplayCalls;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReplayLookup;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Review;
import org.yiping.domain.room.PastEntry;
import org.yiping.domain.room.PastPage;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.Page;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Asks the platform for the past. Any thread.
///
/// A record or review without its row has left the sight of whoever asks and is no event here. An entry this console
/// does not understand is left out, as one of the stream is.
final class PlatformReplay implements ReplayLookup {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformReplay.class);

    private final ReplayCalls calls;
    private final Completeness complete = new Completeness();

    PlatformReplay(ReplayCalls calls) {
        this.calls = calls;
    }

    @Override
    public CompletableFuture<Found<PastPage>> state(@Nullable CaseId about, Instant at) {
        return found(calls.state(about, at));
    }

    @Override
    public CompletableFuture<Found<PastPage>> state(long revision, long after) {
        return found(calls.state(revision, after));
    }

    @Override
    public CompletableFuture<Found<PastPage>> changes(@Nullable CaseId about, long after, Instant until) {
        return found(calls.changes(about, after, until));
    }

    private CompletableFuture<Found<PastPage>> found(CompletableFuture<Answer<Page>> answer) {
        return answer.thenApply(a -> PlatformLookup.found(a, this::page));
    }

    private PastPage page(Page page) {
        List<PastEntry> entries = new ArrayList<>();
        page.items().forEach(item -> entry(item).ifPresent(entries::add));
        String next = page.next();
        return new PastPage(entries, next == null ? 0 : Long.parseLong(next), page.revision());
    }

    private Optional<PastEntry> entry(JsonNode item) {
        try {
            JsonNode row = item.path("row");
            String kind = item.path("kind").asString("");
            return fact(kind, item.path("id").asString(""), row.isMissingNode() ? null : row)
                    .map(fact -> new PastEntry(
                            item.path("revision").asLong(),
                            Instant.parse(item.path("at").asString("")),
                            fact));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            LOG.warn(
                    "an entry of the past is not understood and left out: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<PastEntry.Fact> fact(String kind, String id, @Nullable JsonNode row) {
        return switch (kind) {
            case Kinds.CASE ->
                row == null
                        ? Optional.of(new PastEntry.OfCase(new CaseId(id), null))
                        : read(row, Case.class).map(c -> new PastEntry.OfCase(c.id(), c));
            case Kinds.RECORD -> read(row, FlowRecord.class).map(PastEntry.OfRecord::new);
            case Kinds.REVIEW -> read(row, Review.class).map(PastEntry.OfReview::new);
            default -> Optional.empty();
        };
    }

    private <T> Optional<T> read(@Nullable JsonNode row, Class<T> type) {
        return Optional.ofNullable(row)
                .map(r -> Json.mapper().treeToValue(r, type))
                .filter(complete::holds);
    }
}
