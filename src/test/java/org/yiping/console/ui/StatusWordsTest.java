package org.yiping.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.LinkState;
import org.yiping.console.ui.StatusWords.Aged;
import org.yiping.console.ui.control.StatusItem.State;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;

/// The strip says what is oldest of all that is shown, and nothing that is not.
class StatusWordsTest {
    private static final Instant NOW = SmallCity.NOW;

    private final SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall");
    private final StatusWords words = new StatusWords(city.desk, city.hall.messages());

    @Test
    void whoWentHomeIsCountedApartAndHidesNoDelay() {
        unit("环卫车 01", Duration.ofDays(2));
        unit("环卫车 02", Duration.ofMinutes(31));
        unit("环卫车 03", Duration.ofSeconds(70));
        kpis(Duration.ofSeconds(130));

        assertThat(words.oldestEntry(NOW).text()).startsWith("最旧数据：指标 ").endsWith(" · 失联 2");
        assertThat(words.oldestEntry(NOW).state()).isEqualTo(State.LATE);
    }

    @Test
    void whoIsOnTheMapAndLateIsNamed() {
        unit("环卫车 03", Duration.ofSeconds(200));
        kpis(Duration.ofSeconds(130));

        assertThat(words.oldestEntry(NOW).text()).startsWith("最旧数据：环卫车 03 定位 ").doesNotContain("失联");
        assertThat(words.oldestEntry(NOW).state()).isEqualTo(State.LOST);
    }

    @Test
    void withoutAMapNobodyInTheFieldIsOnTheWall() {
        unit("环卫车 01", Duration.ofDays(2));
        unit("环卫车 03", Duration.ofSeconds(200));
        kpis(Duration.ofSeconds(70));

        assertThat(words.oldestEntry(NOW, false, List.of()).text())
                .startsWith("最旧数据：指标 ")
                .doesNotContain("失联");
    }

    @Test
    void whatSingleTilesShowCounts() {
        kpis(Duration.ofSeconds(70));
        Camera camera = camera("k-1", true);
        Aged picture = words.picture(camera, Duration.ofSeconds(8));
        Aged board = Aged.of("本月立案", NOW.minusSeconds(100), Duration.ofSeconds(60), NOW);

        assertThat(words.oldestEntry(NOW, true, List.of(board)).text()).startsWith("最旧数据：本月立案 ");
        assertThat(words.oldestEntry(NOW, true, List.of(board, picture)).text()).startsWith("最旧数据：玉林街 画面 ");
    }

    @Test
    void layersOfAMapCountWhileNobodyRenewsThem() {
        city.tables.layers.freshness(new Freshness(true, NOW.minusSeconds(4000)));
        assertThat(words.oldestEntry(NOW).text())
                .as("still what the platform has")
                .startsWith("最旧数据：案件 ");

        city.tables.layers.stale();
        assertThat(words.oldestEntry(NOW).text()).startsWith("最旧数据：地图底图 ");
        assertThat(words.oldestEntry(NOW, false, List.of()).text()).startsWith("最旧数据：案件 ");
    }

    @Test
    void beforeAnythingWasHeardThereIsNoAge() {
        SmallCity empty = new SmallCity(Fx.direct(), "zh");
        StatusWords.Entry entry = new StatusWords(empty.desk, empty.hall.messages()).oldestEntry(NOW);

        assertThat(entry.text()).isEqualTo("尚无数据");
        assertThat(entry.state()).isEqualTo(State.LATE);
    }

    @ParameterizedTest
    @CsvSource({"0, LIVE", "60, LIVE", "61, LATE", "180, LATE", "181, LOST", "-5, LIVE"})
    void whatIsBeyondItsPromiseIsLateAndBeyondThreeOfThemLost(int seconds, State state) {
        Aged aged = Aged.of("x", NOW.minusSeconds(seconds), Duration.ofSeconds(60), NOW);

        assertThat(aged.state()).isEqualTo(state);
        assertThat(aged.age()).isEqualTo(Duration.ofSeconds(Math.max(0, seconds)));
    }

    @Test
    void theLinkSaysHowItStandsAndWhy() {
        assertThat(words.link(NOW).text()).isEqualTo("平台已连接 · 往返 38 ms");

        city.tables.link.set(new LinkState.Late(NOW.minusSeconds(20)), new Freshness(true, NOW));
        assertThat(words.link(NOW).text()).startsWith("平台迟到 · ");
        assertThat(words.link(NOW).state()).isEqualTo(State.LATE);

        city.tables.link.set(new LinkState.Lost(NOW.minusSeconds(60), null, "cut"), new Freshness(true, NOW));
        assertThat(words.link(NOW).text()).isEqualTo("断开自 10:41:18 · 连接中断");
        assertThat(words.link(NOW).state()).isEqualTo(State.LOST);
    }

    @Test
    void camerasAreCountedByThePlatformsWord() {
        camera("k-1", true);
        camera("k-2", false);

        assertThat(words.cameras().text()).isEqualTo("摄像头 1 / 2 在线");
        assertThat(words.outbox(NOW).text()).isEqualTo("待发命令 0");
        assertThat(words.revision()).startsWith("修订 ");
    }

    private Camera camera(String id, boolean online) {
        Camera camera = new Camera(
                new CameraId(id),
                "玉林街",
                new Position(104.5, 30.5),
                new Camera.View(0, 60, "fixed"),
                List.of(),
                new CameraState(online, true));
        city.tables.cameras.put(camera.id(), camera);
        return camera;
    }

    private void unit(String name, Duration age) {
        city.tables.units.put(name, new FieldUnit(name, "vehicle", name, new Position(104.5, 30.5), 0, NOW.minus(age)));
    }

    private void kpis(Duration age) {
        city.tables.kpis.freshness(new Freshness(true, NOW.minus(age)));
    }
}
