package org.yiping.server.data;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.campaign.Campaign;

/// The cases of a special campaign in the storage's words; `Campaign.covers` says the same of one case. Immutable;
/// any thread.
public record CampaignFilter(Campaign campaign) {
    void restrict(List<String> where, List<@Nullable Object> args) {
        Campaign.Bounds bounds = campaign.bounds();
        where.add("born IN (SELECT k_born FROM case_keys WHERE k_reported_ms >= ? AND k_reported_ms < ?)");
        args.add(bounds.from().toEpochMilli());
        args.add(campaign.counted().toEpochMilli());
        begins("class_code", bounds.classes(), where, args);
        begins("area", bounds.areas(), where, args);
    }

    /// The figures of its cases: all that became of them until now.
    public Figures.Day day(Instant now) {
        return new Figures.Day(campaign.bounds().from(), now.plusMillis(1), now);
    }

    private static void begins(
            String column, List<String> beginnings, List<String> where, List<@Nullable Object> args) {
        if (!beginnings.isEmpty()) {
            where.add(beginnings.stream()
                    .map(_ -> column + " LIKE ? ESCAPE '!'")
                    .collect(Collectors.joining(" OR ", "(", ")")));
            beginnings.forEach(b -> args.add(Sql.literal(b) + "%"));
        }
    }
}
