package org.yiping.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Selection.Picked;
import org.yiping.domain.casework.CaseId;
import org.yiping.fake.ManualClock;

class StoreTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final TableStore<String, Integer> store = new TableStore<>();
    private final List<Set<String>> told = new ArrayList<>();

    @Test
    void aNewSubscriberIsCalledAtOnceWithAllIdsAndThenWithThoseThatChanged() {
        store.apply(Map.of("a", 1, "b", 2), Set.of());
        Subscription subscription = store.subscribe(told::add);
        store.apply(Map.of("b", 3), Set.of("a"));
        assertThat(told).containsExactly(Set.of("a", "b"), Set.of("a", "b"));
        store.put("c", 1);
        subscription.close();
        store.put("d", 1);
        assertThat(told.getLast()).containsExactly("c");
    }

    @Test
    void aSnapshotTellsOnlyWhatDiffers() {
        store.apply(Map.of("same", 1, "other", 2, "gone", 3), Set.of());
        Subscription subscription = store.subscribe(told::add);
        store.replace(Map.of("same", 1, "other", 9, "new", 4));
        subscription.close();
        assertThat(told.getLast()).containsExactlyInAnyOrder("other", "gone", "new");
        assertThat(store.rows().size()).isEqualTo(3);
    }

    @Test
    void whoReadsKeepsTheirPictureWhileTheStoreMovesOn() {
        store.put("a", 1);
        Rows<String, Integer> picture = store.rows();
        store.apply(Map.of("a", 2, "b", 1), Set.of());
        assertThat(picture.find("a")).contains(1);
        assertThat(picture.size()).isEqualTo(1);
    }

    @Test
    void unknownIsNotZeroAndADeadLinkMakesEveryValueStale() {
        store.put("a", 1);
        store.freshness(new Freshness(true, NOON));
        Subscription subscription = store.subscribe(told::add);
        assertThat(store.value("a")).isEqualTo(new Value.Live<>(1, NOON));
        assertThat(store.value("z")).isEqualTo(new Value.Unknown<>());
        store.freshness(new Freshness(true, NOON.plusSeconds(1)));
        store.freshness(new Freshness(false, NOON.plusSeconds(1)));
        subscription.close();
        assertThat(store.value("a")).isEqualTo(new Value.Stale<>(1, NOON.plusSeconds(1)));
        assertThat(told).containsExactly(Set.of("a"), Set.of());
        assertThat(store.freshness().age(NOON.plusSeconds(61))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void rowsAreAMapWhateverIsPutAndRemoved() {
        Random random = new Random(3);
        Map<Integer, Integer> naive = new HashMap<>();
        Rows<Integer, Integer> rows = Rows.empty();
        for (int round = 0; round < 300; round++) {
            Rows<Integer, Integer> before = rows;
            Map<Integer, Integer> then = Map.copyOf(naive);
            Map<Integer, Integer> put = new HashMap<>();
            Set<Integer> gone = new HashSet<>();
            for (int i = 0; i < 60; i++) { // enough for two times more shards
                put.put(random.nextInt(20_000), random.nextInt());
                gone.add(random.nextInt(20_000));
            }
            rows = rows.with(put, gone);
            naive.putAll(put);
            naive.keySet().removeAll(gone);
            if (round % 30 == 29) {
                assertThat(before.keys()).isEqualTo(then.keySet());
            }
        }
        assertThat(rows.size()).isEqualTo(naive.size()).isGreaterThan(8000);
        assertThat(rows.keys()).isEqualTo(naive.keySet());
        assertThat(rows.values()).containsExactlyInAnyOrderElementsOf(naive.values());
        for (int key = 0; key < 20_000; key++) {
            assertThat(rows.get(key)).isEqualTo(naive.get(key));
        }
    }

    @Test
    void aSingleFactTellsItsChangesAndItsAgeing() {
        SingleStore<String> city = new SingleStore<>();
        List<Value<String>> seen = new ArrayList<>();
        Subscription subscription = city.subscribe(() -> seen.add(city.value()));
        city.set("示范市", new Freshness(true, NOON));
        city.freshness(new Freshness(true, NOON.plusSeconds(5)));
        city.freshness(new Freshness(false, NOON.plusSeconds(5)));
        subscription.close();
        assertThat(seen)
                .containsExactly(
                        new Value.Unknown<>(),
                        new Value.Live<>("示范市", NOON),
                        new Value.Stale<>("示范市", NOON.plusSeconds(5)));
    }

    @Test
    void theSelectionTellsEveryWindowOnce() {
        Selection selection = new Selection();
        List<Picked> picked = new ArrayList<>();
        Subscription subscription = selection.subscribe(picked::add);
        selection.pick(new Picked.OfCase(new CaseId("c")));
        selection.pick(new Picked.OfCase(new CaseId("c")));
        subscription.close();
        selection.pick(new Picked.Nothing());
        assertThat(picked).containsExactly(new Picked.Nothing(), new Picked.OfCase(new CaseId("c")));
    }

    @Test
    void thePlatformsTimeIsOursPlusTheOffset() {
        ManualClock own = new ManualClock(NOON);
        Tables tables = new Tables(own);
        tables.clock.offset(Duration.ofSeconds(-90));
        own.advance(Duration.ofSeconds(30));
        assertThat(tables.stores().clock().instant()).isEqualTo(NOON.minusSeconds(60));
    }
}
