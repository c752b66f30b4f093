package org.yiping.simulator.client;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.shift.Seat;
import org.yiping.simulator.play.Deed;

/// The people of the hall the simulator acts for, at their seats: simulated ones, as each says of itself. Somebody who
/// has just acted is busy and still looks at the case; then they are ready again. Any thread.
public final class Sitters {
    private static final Set<String> POSTS = Set.of("acceptor", "duty-leader", "dispatcher", "supervisor");
    private static final Duration LOOKS = Duration.ofSeconds(12);

    private final CityClient client;
    private final Map<CityClient.As, Act> acts = new ConcurrentHashMap<>();

    private record Act(CaseId about, Instant at) {}

    public Sitters(CityClient client) {
        this.client = client;
    }

    /// A deed was accepted.
    public void acted(Deed deed, Instant now) {
        if (POSTS.contains(deed.post().value())) {
            acts.put(new CityClient.As(deed.account(), deed.post().value()), new Act(deed.caseId(), now));
        }
    }

    /// Says it for everybody; blocks for as long as the platform takes.
    public void tell(Instant now) {
        acts.forEach((who, act) -> {
            boolean busy = act.at().plus(LOOKS).isAfter(now);
            Map<String, Object> word = new HashMap<>(Map.of("state", busy ? Seat.BUSY : Seat.READY, "simulated", true));
            if (busy) {
                word.put("looking", act.about());
            }
            client.put(who, "/api/v1/seats/own", word);
        });
    }
}
