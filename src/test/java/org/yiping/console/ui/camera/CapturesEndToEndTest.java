package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.DeskFixture;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.casework.Case;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.protocol.SignIn;
import org.yiping.server.OnePlatform;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import tools.jackson.databind.JsonNode;

/// From the recogniser's word to the case, and to the share of false alarms, against the reference server.
@ExtendWith(OnePlatform.class)
class CapturesEndToEndTest {
    private static final String WEST = "51010000001320000001";

    @TempDir
    Path folder;

    private Desk seat(Platform platform, String user, String seat) {
        SignIn.Request who = new SignIn.Request(user, platform.password(user), "acceptor", seat);
        return new Desk(folder.resolve(seat), platform.port(), InstantSource.system(), Duration.ofSeconds(20), who)
                .start();
    }

    /// A queue over these stores and that outbox; it is asked by this thread alone.
    private static CaptureQueue queue(Desk desk) {
        DeskFixture fixture = new DeskFixture("acceptor");
        return new CaptureQueue(
                new org.yiping.console.ui.Desk(desk.stores, fixture.desk.lookup(), new Selection(), desk.outbox),
                fixture.hall);
    }

    private static void tell(Platform platform, String id, String alarm, String picture) {
        Map<String, Object> word = new LinkedHashMap<>();
        word.put("id", id);
        word.put("camera", WEST);
        word.put("alarm", alarm);
        word.put("confidence", 0.9);
        word.put("at", Instant.now().toString());
        word.put("picture", picture);
        word.put("simulated", true);
        assertThat(platform.post("/api/v1/captures", "device", word).statusCode())
                .isEqualTo(200);
    }

    private static JsonNode figures(Platform platform) {
        return platform.json("/api/v1/captures/figures", "leader");
    }

    @Test
    void aConfirmedOneBecomesACaseWithItsPhotoAndARejectedOneCounts(Platform platform) {
        String picture = Photos.upload(platform, "device", Photos.jpeg(47));
        try (Desk first = seat(platform, "acceptor", "e1");
                Desk second = seat(platform, "acceptor", "e2")) {
            Await.until("links", () -> first.live() && second.live());
            tell(platform, "e2e-1", "890", picture);
            CaptureId one = new CaptureId("e2e-1");
            Await.until(
                    "both see it",
                    () -> first.stores.captures().find(one).isPresent()
                            && second.stores.captures().find(one).isPresent());
            CaptureQueue mine = queue(first);
            CaptureQueue theirs = queue(second);
            mine.refill();
            theirs.refill();
            mine.select(one);
            theirs.select(one);
            mine.confirm();
            Await.until("it is a case", () -> made(first, picture));
            Await.until("it left", () -> second.stores.captures().find(one).isEmpty());

            theirs.confirm(); // as somebody does whose screen is a moment behind
            Await.until(
                    "the second is told",
                    () -> second.outbox
                            .deliveries()
                            .rows()
                            .values()
                            .anyMatch(d -> d.refusal()
                                    .map(Delivery.Refusal::code)
                                    .orElse("")
                                    .equals(CaptureDeeds.DECIDED)));

            long before = figures(platform).path("rejected").asLong();
            tell(platform, "e2e-2", "882", picture);
            CaptureId two = new CaptureId("e2e-2");
            Await.until("it is seen", () -> first.stores.captures().find(two).isPresent());
            mine.refill();
            mine.select(two);
            mine.reject(mine.reasons().getFirst());
            Await.until("it left", () -> first.stores.captures().find(two).isEmpty());
            assertThat(figures(platform).path("rejected").asLong()).isEqualTo(before + 1);
            assertThat(figures(platform).path("falseShare").asDouble()).isBetween(0.01, 0.99);
        }
    }

    private static boolean made(Desk desk, String picture) {
        return desk.stores
                .cases()
                .rows()
                .values()
                .filter(c -> c.report().source().value().equals("video"))
                .map(Case::head)
                .anyMatch(h -> h.photos().stream().anyMatch(p -> Objects.equals(p.fileId(), picture)));
    }
}
