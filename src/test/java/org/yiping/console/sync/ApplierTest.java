package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.cache.Cache;
import org.yiping.console.cache.Opening;
import org.yiping.console.cache.Owner;
import org.yiping.console.link.Verdict;
import org.yiping.console.map.PointLayer;
import org.yiping.console.store.Tables;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.fake.Samples;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.Push;

class ApplierTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualScheduler serial = new ManualScheduler(clock);
    private final Tables tables = new Tables(clock);
    private final List<Set<CaseId>> batches = new ArrayList<>();
    private final List<String> settled = new ArrayList<>();
    private final List<Settled.Commits> commits = new ArrayList<>();
    private final Resume resume = new Resume();
    private Cache cache;
    private Applier applier;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        Opening opening = Cache.open(folder, new Owner(URI.create("http://h"), "u", "p"), clock);
        cache = ((Opening.Ready) opening).cache();
        OpenCases openCases = new OpenCases(tables.records);
        applier = new Applier(
                cache.facts(),
                tables,
                new Batch(new Shelves(tables), openCases),
                resume,
                (revision, commands, inCommits) -> {
                    settled.add(revision + " "
                            + commands.stream().map(CommandId::value).sorted().toList());
                    commits.addAll(inCommits);
                },
                new SyncTools(serial, Runnable::run, clock, PointLayer::order));
        resume.startAt(10);
        tables.cases.subscribe(ids -> {
            if (!ids.isEmpty()) {
                batches.add(ids);
            }
        });
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private static Push.Delta delta(long after, String id) {
        return new Push.Delta(
                after,
                after + 1,
                Samples.NOON,
                List.of(new Push.Change(
                        Kinds.CASE,
                        id,
                        "put",
                        Json.mapper().valueToTree(Samples.aCase(id, "s" + after)),
                        "k" + after)));
    }

    private static Verdict verdict(CompletionStage<Verdict> stage) {
        return stage.toCompletableFuture().getNow(null);
    }

    @Test
    void afterAQuietMomentTheFirstFrameIsAppliedAtOnceAndThoseBehindItTogether() throws IOException {
        CompletionStage<Verdict> first = applier.accept(delta(10, "a"));
        serial.run();
        assertThat(verdict(first)).isEqualTo(Verdict.NEXT);
        CompletionStage<Verdict> second = applier.accept(delta(11, "b"));
        var _ = applier.accept(delta(12, "c"));
        serial.advance(Duration.ofMillis(30));
        assertThat(verdict(second)).isNull();
        var _ = applier.accept(delta(13, "b"));
        serial.advance(Applier.GATHER);
        assertThat(verdict(second)).isEqualTo(Verdict.NEXT);
        assertThat(batches).containsExactly(Set.of(new CaseId("a")), Set.of(new CaseId("b"), new CaseId("c")));
        assertThat(tables.cases
                        .find(new CaseId("b"))
                        .orElseThrow()
                        .progress()
                        .state()
                        .value())
                .isEqualTo("s13");
        assertThat(cache.facts().cursor().revision()).isEqualTo(14);
        assertThat(settled).containsExactly("11 [k10]", "14 [k11, k12, k13]");
    }

    @Test
    void eachFrameTellsItsOldestCommitButWhatWasCommittedBeforeThisConsoleListenedIsNotTimed() {
        var _ = applier.accept(new Push.Hello(Samples.NOON, 10, 1, 5));
        var _ = applier.accept(new Push.Delta(10, 13, Samples.NOON.minusSeconds(9), List.of()));
        var _ = applier.accept(new Push.Delta(13, 15, Samples.NOON.plusMillis(20), List.of()));
        var _ = applier.accept(new Push.Delta(15, 16, Samples.NOON.plusMillis(50), List.of()));
        serial.run();
        serial.advance(Applier.GATHER);
        assertThat(settled).containsExactly("16 []");
        assertThat(commits)
                .containsExactly(
                        new Settled.Commits(Samples.NOON.plusMillis(20), 2),
                        new Settled.Commits(Samples.NOON.plusMillis(50), 1));
        var _ = applier.accept(new Push.Hello(Samples.NOON.plusSeconds(60), 16, 1, 5));
        var _ = applier.accept(new Push.Delta(16, 17, Samples.NOON.plusSeconds(5), List.of()));
        serial.advance(Applier.GATHER);
        assertThat(commits.getLast()).isEqualTo(new Settled.Commits(Samples.NOON.plusSeconds(5), 1));
    }

    @Test
    void framesThatDoNotJoinOnAreLeftAndTheLineIsReconnected() throws IOException {
        CompletionStage<Verdict> gap = applier.accept(delta(12, "a"));
        CompletionStage<Verdict> old = applier.accept(delta(9, "a"));
        serial.run();
        assertThat(verdict(gap)).isEqualTo(Verdict.RECONNECT);
        assertThat(verdict(old)).isEqualTo(Verdict.RECONNECT);
        assertThat(batches).isEmpty();
        assertThat(cache.facts().cursor().revision()).isZero();
        assertThat(resume.needsSnapshot()).isTrue();
    }

    @Test
    void aHeartbeatThatWasToldMoreThanCameTellsOfALostFrame() {
        CompletionStage<Verdict> known = applier.accept(new Push.Heartbeat(Samples.NOON, 10));
        CompletionStage<Verdict> lost = applier.accept(new Push.Heartbeat(Samples.NOON, 11));
        serial.run();
        assertThat(verdict(known)).isEqualTo(Verdict.NEXT);
        assertThat(verdict(lost)).isEqualTo(Verdict.RECONNECT);
        assertThat(resume.needsSnapshot())
                .as("it may have been lost with the line")
                .isFalse();
        assertThat(resume.last()).isEqualTo(10);
    }

    @Test
    void aHeartbeatDoesNotKeepALineWhoseRowsAreAnotherPlatforms() {
        resume.snapshotNeeded();
        CompletionStage<Verdict> beat = applier.accept(new Push.Heartbeat(Samples.NOON, 10));
        serial.run();
        assertThat(verdict(beat)).isEqualTo(Verdict.RECONNECT);
        assertThat(tables.cases.freshness().live()).isFalse();
    }

    @Test
    void aStoreIsLiveOnlyWhenWhatTheGreetingOwedIsApplied() {
        var _ = applier.accept(new Push.Hello(Samples.NOON, 12, 1, 5));
        var _ = applier.accept(delta(10, "a"));
        serial.run();
        assertThat(tables.cases.freshness().live()).isFalse();
        var _ = applier.accept(delta(11, "b"));
        serial.advance(Applier.GATHER);
        assertThat(tables.cases.freshness().live()).isTrue();
    }
}
