package org.yiping.console.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.link.Link;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.ManualClock;
import org.yiping.fake.Samples;
import org.yiping.protocol.Kinds;

/// What a camera saw on its way to the platform while there is none.
class ClipUploadTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private FakePlatform platform;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        platform = new FakePlatform(clock);
        platform.put(Kinds.CASE, "c1", Samples.aCase("c1", "to-dispatch"));
    }

    @AfterEach
    void close() throws IOException {
        platform.close();
    }

    private Desk desk() {
        return new Desk(folder, platform.port(), clock);
    }

    @Test
    void aClipWaitsOnDiskWithItsCommandUntilThePlatformIsThere() throws IOException {
        byte[] clip = new byte[2 * 188];
        clip[0] = 0x47;
        clip[188] = 0x47;
        String id = Link.sha256(clip);
        Footage footage = new Footage(
                Footage.CLIP,
                new CameraId("51010000001320000001"),
                "东路口",
                Samples.NOON.minusSeconds(30),
                Samples.NOON,
                Footage.ARRIVAL,
                null);
        try (Desk desk = desk().offline()) {
            assertThat(desk.outbox.attach(clip, "video/mp2t").join()).isEqualTo(id);
            desk.outbox
                    .submit(new Aside.AddEvidence(
                            new Command.Head(new CommandId("e1"), 0, null), new CaseId("c1"), id, footage, "占道"))
                    .join();
            assertThat(desk.outbox.pending(new CaseId("c1"))).hasSize(1);
            assertThat(platform.files).doesNotContainKey(id);
        }
        try (Desk _ = desk().start()) {
            Await.until("uploaded", () -> platform.files.containsKey(id));
            assertThat(platform.files.get(id)).isEqualTo(clip);
            assertThat(platform.types).containsEntry(id, "video/mp2t");
        }
    }
}
