package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.campaign.Campaign;
import org.yiping.domain.command.Aside;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

/// Plans special campaigns and ends them. The writer's thread only.
final class CampaignClerk {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 4000;
    private static final int MOST_CODES = 200;
    /// Longer than that it is what the city always does.
    private static final Duration LONGEST = Duration.ofDays(732);

    private final Rulebook book;
    private final CaseWriter writer;

    CampaignClerk(Rulebook book) {
        this.book = book;
        this.writer = new CaseWriter(book);
    }

    Answer plan(Batch batch, Principal who, Aside.PlanCampaign c, Instant now) {
        Row row = batch.find(Kinds.CAMPAIGN, c.campaign().value()).orElse(null);
        if (row != null) {
            long basedOn = c.head().basedOn();
            if (read(row).ended() != null) {
                return refused(409, "ended", "/target");
            }
            if (basedOn > 0 && row.revision() > basedOn) {
                return refused(409, "campaign-changed", "/basedOn");
            }
        }
        Answer bad = unfit(batch, c);
        if (bad != null) {
            return bad;
        }
        Campaign next = new Campaign(c.campaign(), c.name(), c.goal(), c.bounds(), c.lead(), who.actor(), null);
        return put(batch, who, c, next, now);
    }

    private @Nullable Answer unfit(Batch batch, Aside.PlanCampaign c) {
        Campaign.Bounds bounds = c.bounds();
        if (c.name().isBlank()) {
            return refused(422, "missing", "/payload/name");
        }
        if (c.name().length() > LONGEST_NAME) {
            return refused(422, "too-long", "/payload/name");
        }
        if (c.goal().length() > LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/goal");
        }
        if (!bounds.from().isBefore(bounds.until())
                || Duration.between(bounds.from(), bounds.until()).compareTo(LONGEST) > 0) {
            return refused(422, "range", "/payload/bounds/until");
        }
        if (bounds.classes().isEmpty() && bounds.areas().isEmpty()) {
            return refused(422, "missing", "/payload/bounds/classes");
        }
        for (int i = 0; i < bounds.classes().size(); i++) {
            String beginning = bounds.classes().get(i);
            if (i >= MOST_CODES
                    || beginning.isBlank()
                    || book.catalogues().at(bounds.from()).classes().stream()
                            .noneMatch(k -> k.code().value().startsWith(beginning))) {
                return refused(422, "unknown-class", "/payload/bounds/classes/" + i);
            }
        }
        for (int i = 0; i < bounds.areas().size(); i++) {
            String area = bounds.areas().get(i);
            if (i >= MOST_CODES || batch.find(Kinds.AREA, area).isEmpty()) {
                return refused(422, "unknown-area", "/payload/bounds/areas/" + i);
            }
        }
        return c.lead() != null
                        && batch.find(Kinds.DEPARTMENT, c.lead().value()).isEmpty()
                ? refused(422, "unknown-department", "/payload/lead")
                : null;
    }

    Answer end(Batch batch, Principal who, Aside.EndCampaign c, Instant now) {
        Row row = batch.find(Kinds.CAMPAIGN, c.campaign().value()).orElse(null);
        if (row == null) {
            return refused(404, "no-campaign", "/target");
        }
        if (c.summary().isBlank()) {
            return refused(422, "missing", "/payload/summary");
        }
        if (c.summary().length() > LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/summary");
        }
        Campaign campaign = read(row);
        return campaign.ended() != null
                ? refused(409, "ended", "/target")
                : put(batch, who, c, campaign.end(new Campaign.End(who.actor(), now, c.summary())), now);
    }

    private Answer put(Batch batch, Principal who, Aside c, Campaign next, Instant now) {
        var by = new CaseWriter.By(who.actor(), c.head().id().value());
        return new Answer.Applied(
                batch.put(writer.origin(by, null, now), now, change(next)).revision());
    }

    private static Campaign read(Row row) {
        return Json.mapper().readValue(row.content(), Campaign.class);
    }

    private static Change change(Campaign c) {
        return Change.fact(Kinds.CAMPAIGN, c.id().value(), Json.mapper().writeValueAsString(c), Scope.OPEN);
    }

    private static Answer refused(int status, String code, String pointer) {
        return new Answer.Refused(status, code, pointer, null);
    }
}
