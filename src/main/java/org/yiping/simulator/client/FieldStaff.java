package org.yiping.simulator.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.simulator.play.Account;
import tools.jackson.databind.JsonNode;

/// The collectors' terminals as far as duty goes: each signs in once and answers roll-calls with where it is, one in
/// eight never does. A few speak each time, so that all have spoken within two minutes. Any thread.
public final class FieldStaff {
    private static final String POST = "collector";
    private static final int EACH_TIME = 6;
    private static final int ONE_IS_SILENT = 8;

    private final CityClient client;
    private final List<Account> collectors;
    private final Map<String, Position> places = new ConcurrentHashMap<>();
    private final Set<String> signed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    public FieldStaff(CityClient client, List<Account> accounts) {
        this.client = client;
        this.collectors = accounts.stream().filter(a -> a.holds(POST)).toList();
    }

    /// Where everybody is now.
    public void see(List<FieldUnit> samples) {
        samples.forEach(s -> places.put(s.id(), s.position()));
    }

    /// Lets the next few speak; blocks for as long as the platform takes.
    public void tell() {
        for (int i = 0; i < Math.min(EACH_TIME, collectors.size()); i++) {
            Account account = collectors.get(Math.floorMod(next.getAndIncrement(), collectors.size()));
            CityClient.As as = new CityClient.As(account, POST);
            if (!signed.contains(account.user())
                    && client.send(as, "/api/v1/staff/signs", here(account, Map.of("in", true)))
                            instanceof Reply.Good) {
                signed.add(account.user());
            }
            if (client.get(as, "/api/v1/staff/rollcalls/own") instanceof Reply.Good(JsonNode body)) {
                for (JsonNode call : body.path("items")) {
                    answer(as, call.path("id").asString(""));
                }
            }
        }
    }

    private void answer(CityClient.As as, String call) {
        String who = as.account().person().value();
        if (Math.floorMod((call + who).hashCode(), ONE_IS_SILENT) != 0) {
            client.put(as, "/api/v1/staff/rollcalls/" + call + "/answer", here(as.account(), Map.of("note", "模拟")));
        }
    }

    private Map<String, Object> here(Account account, Map<String, Object> word) {
        Map<String, Object> all = new HashMap<>(word);
        Position place = places.get(account.person().value());
        if (place != null) {
            all.put("position", place);
        }
        return all;
    }
}
