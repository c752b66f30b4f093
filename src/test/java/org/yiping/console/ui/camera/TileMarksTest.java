package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;
import org.yiping.domain.video.VideoRules;
import org.yiping.domain.video.VideoRules.Watermark;

/// Who looks and when, over a tile of 480 × 270 and one of an eighth of a screen.
class TileMarksTest {
    private final DeskFixture seat = new DeskFixture("dispatcher");
    private CameraTile tile;
    private TileMarks marks;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void tile() {
        fx(() -> {
            tile = new CameraTile(seat.hall.messages(), new CardboardPlayer(), 1, false);
            new Scene(tile, 480, 300);
            tile.show(new Camera(
                    new CameraId("c"),
                    "玉林街",
                    new Position(104, 30),
                    new Camera.View(0, 60, "fixed"),
                    List.of(new CameraStream("sub", "http://x", 640, 360, 15)),
                    new CameraState(true, false)));
            marks = new TileMarks(seat.desk, seat.hall);
            size(480, 300);
        });
    }

    @Test
    void aCityThatWantsNoneGetsNone() {
        assertThat(stamps()).isEmpty();
        rule(new Watermark(Watermark.OFF, List.of(Watermark.PERSON)));
        assertThat(stamps()).isEmpty();
    }

    @Test
    void itStandsInACornerOrAllOverThePicture() {
        rule(new Watermark(Watermark.CORNER, List.of(Watermark.PERSON, Watermark.SEAT, Watermark.TIME)));
        assertThat(stamps()).hasSize(1);
        ImageView one = stamps().getFirst();
        assertThat(one.getBoundsInParent().getMaxX()).isBetween(460.0, 480.0);
        assertThat(isWritten(one)).isTrue();
        rule(new Watermark(Watermark.TILED, List.of(Watermark.PERSON, Watermark.SEAT, Watermark.TIME)));
        assertThat(stamps().size()).isGreaterThan(3);
        assertThat(stamps())
                .allMatch(v -> v.getImage().equals(stamps().getFirst().getImage()));
    }

    @Test
    void aTileTooNarrowShowsAllOfItSmaller() {
        rule(new Watermark(Watermark.TILED, List.of(Watermark.PERSON, Watermark.SEAT, Watermark.TIME)));
        fx(() -> size(120, 90));
        assertThat(stamps()).anySatisfy(v -> {
            assertThat(v.getBoundsInParent().getMinX()).isGreaterThanOrEqualTo(0);
            assertThat(v.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(120);
        });
    }

    @Test
    void itIsDrawnOnceAMinuteAndForNothingElse() {
        rule(new Watermark(Watermark.TILED, List.of(Watermark.PERSON, Watermark.TIME)));
        var first = stamps().getFirst().getImage();
        for (int i = 0; i < 41; i++) {
            seat.pass(Duration.ofSeconds(1)); // from :18 to :59
            tick();
            assertThat(Toolkit.onFx(tile::isNeedsLayout)).isFalse();
        }
        assertThat(stamps().getFirst().getImage()).isSameAs(first);
        seat.pass(Duration.ofSeconds(1));
        tick();
        assertThat(stamps().getFirst().getImage()).isNotSameAs(first);
    }

    @Test
    void whoeverSignsInIsNamedAtOnce() {
        rule(new Watermark(Watermark.CORNER, List.of(Watermark.PERSON)));
        double narrow = stamps().getFirst().getImage().getWidth();
        var me = seat.desk.me().orElseThrow();
        seat.tables.me.set(
                new org.yiping.console.store.Me(me.actor(), "林晓燕与同班的另外两位值班人员", me.areas()),
                new Freshness(true, DeskFixture.START));
        tick();
        assertThat(stamps().getFirst().getImage().getWidth()).isGreaterThan(narrow * 2);
    }

    @Test
    void whatLiesOverAPictureLiesUnderTheMark() {
        rule(new Watermark(Watermark.TILED, List.of(Watermark.PERSON)));
        Region replay = new Region();
        fx(() -> tile.cover(replay));
        var order = tile.picture().getChildren();
        assertThat(order.indexOf(mark())).isGreaterThan(order.indexOf(replay));
        fx(() -> tile.uncover(replay));
    }

    private TileMark mark() {
        return tile.picture().getChildren().stream()
                .filter(TileMark.class::isInstance)
                .map(TileMark.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<ImageView> stamps() {
        return mark().getChildrenUnmodifiable().stream()
                .map(ImageView.class::cast)
                .toList();
    }

    private static boolean isWritten(ImageView view) {
        PixelReader pixels = view.getImage().getPixelReader();
        int seen = 0;
        for (int x = 0; x < view.getImage().getWidth(); x++) {
            for (int y = 0; y < view.getImage().getHeight(); y++) {
                seen += pixels.getArgb(x, y) >>> 24 > 20 ? 1 : 0;
            }
        }
        return seen > 300;
    }

    private void rule(@Nullable Watermark rule) {
        CityFacts was = seat.tables.city.known().orElseThrow();
        VideoRules none = VideoRules.NONE;
        seat.tables.city.set(
                new CityFacts(
                        was.name(),
                        was.zone(),
                        was.extent(),
                        was.layers(),
                        was.promises(),
                        was.rules().with(new VideoRules("v", none.captures(), none.speaking(), none.ranks(), rule))),
                new Freshness(true, DeskFixture.START));
        tick();
    }

    private void tick() {
        fx(() -> {
            marks.tick(List.of(tile));
            tile.layout();
        });
    }

    private void size(double w, double h) {
        tile.resize(w, h);
        tile.layout();
    }

    private static void fx(Runnable work) {
        Toolkit.onFx((Callable<Boolean>) () -> {
            work.run();
            return true;
        });
    }
}
