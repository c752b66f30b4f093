package org.yiping.server.http;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.campaign.Campaign;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CampaignFilter;
import org.yiping.server.data.Rows;

/// Reads `campaign=ID` of a list or a figure. Any thread.
final class Campaigns {
    private final Rows rows;

    Campaigns(Rows rows) {
        this.rows = rows;
    }

    @Nullable
    CampaignFilter asked(Call call) {
        return call.query("campaign")
                .map(id -> rows.find(Kinds.CAMPAIGN, id)
                        .map(r -> new CampaignFilter(Json.mapper().readValue(r.content(), Campaign.class)))
                        .orElseThrow(() -> Fault.at("QRY-4000", "/campaign", "unknown")))
                .orElse(null);
    }
}
