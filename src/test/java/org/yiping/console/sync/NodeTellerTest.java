package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.OwnNode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallPicture;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakeHttp;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.Samples;
import org.yiping.protocol.Kinds;

/// A computer of a wall that has much to write.
class NodeTellerTest {
    private static final String ROUTE = "/api/v1/walls/hall/nodes/left";
    private static final String PICTURE = ROUTE + "/picture";
    private static final Box ONE = new Box(0, 0, 1920, 1080);

    @TempDir
    Path folder;

    @Test
    void whileTheWriterIsBusyTheComputerStillSaysThatItIsThere() throws IOException {
        InstantSource clock = InstantSource.system();
        OwnNode own = new OwnNode(new OwnNode.Place("hall", new NodeId("left"), null));
        own.say(new NodeWord(WallTopology.of(List.of(ONE)), null, false, 1, null, 0));
        try (FakePlatform platform = new FakePlatform(clock)) {
            platform.document(ROUTE, new WallTeam(clock.instant(), List.of(), List.of(), null));
            AtomicBoolean written = new AtomicBoolean();
            AtomicBoolean writing = new AtomicBoolean();
            try (Desk desk = new Desk(folder, platform.port(), clock).as(own).start()) {
                Await.until("live", desk::live);
                desk.tables.cases.subscribe(ids -> {
                    if (ids.contains(new CaseId("c-1"))) {
                        writing.set(true);
                        Await.until("the rest", written::get);
                    }
                });
                platform.put(Kinds.CASE, "c-1", Samples.aCase("c-1", "reported"));
                Await.until("a writer that is busy", writing::get);
                int before = told(platform);
                Await.until("three more words", () -> told(platform) >= before + 3);
                written.set(true);
            }
        }
    }

    @Test
    void picturesAreSentWhileTheyAreTakenAndNoMoreOnceTheyAreRefused() throws IOException {
        InstantSource clock = InstantSource.system();
        OwnNode own = new OwnNode(new OwnNode.Place("hall", new NodeId("left"), null));
        own.say(new NodeWord(WallTopology.of(List.of(ONE)), null, false, 1, null, 0));
        try (FakePlatform platform = new FakePlatform(clock)) {
            platform.document(ROUTE, new WallTeam(clock.instant(), List.of(), List.of(), true));
            platform.document(PICTURE, List.of());
            try (Desk desk = new Desk(folder, platform.port(), clock).as(own).start()) {
                Await.until("somebody looks", () -> own.looked(desk.tables.clock.instant()));
                own.show(new WallPicture.Shot(ONE, clock.instant(), new byte[] {1}));
                own.show(new WallPicture.Shot(ONE, clock.instant(), new byte[] {2})); // in the place of the first
                own.show(new WallPicture.Shot(new Box(1920, 0, 1920, 1080), clock.instant(), new byte[] {3}));
                Await.until("two pictures", () -> platform.asked.getOrDefault("PUT " + PICTURE, 0) == 2);
                assertThat(own.shot()).isEmpty();
                platform.documents.put(PICTURE, FakeHttp.Reply.of(403, "application/problem+json", new byte[0]));
                own.show(new WallPicture.Shot(ONE, clock.instant(), new byte[] {4}));
                Await.until("refused", () -> !own.looked(desk.tables.clock.instant()));
            }
        }
    }

    private static int told(FakePlatform platform) {
        return platform.asked.getOrDefault("PUT " + ROUTE, 0);
    }
}
