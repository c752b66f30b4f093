package org.yiping.domain.campaign;

import org.yiping.domain.Id;

/// A special campaign (专项整治).
public record CampaignId(String value) implements Id {
    public CampaignId {
        Id.check(value);
    }
}
