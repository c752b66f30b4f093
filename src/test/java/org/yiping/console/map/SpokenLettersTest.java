package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

/// Letters of cameras on a wall's map.
class SpokenLettersTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final CityProjection CITY = CityProjection.around(new Position(104.05, 30.63));

    private final int[] picture = new int[WIDTH * HEIGHT];
    private final MapEngine engine = new MapEngine(CITY, TestStyle.wall(), Runnable::run, 1);
    private final MapScreen screen = engine.open(frame -> {
        frame.apply(picture);
        frame.release();
    });

    SpokenLettersTest() {
        LiveLayer cameras = engine.layer(LayerSpec.posts("cameras"));
        cameras.put("one", CITY.toPosition(new CityPoint(0, 0)), new Symbol.CameraPost(true, 0, 0), "");
        cameras.put("other", CITY.toPosition(new CityPoint(0, 500)), new Symbol.CameraPost(true, 0, 0), "");
        cameras.publish();
        screen.look(new MapCamera(0, 0, ZoomLevels.metresPerPixel(9), WIDTH, HEIGHT));
    }

    @Test
    void aCameraThatTwoPicturesShowHasBothLettersSideBySide() {
        int[] first = spoken("one");
        int[] last = spoken("-", "-", "-", "-", "one");
        int[] both = spoken("one", "-", "-", "-", "one");

        assertThat(part(both, 0).equals(part(first, 0))).as("its first letter").isTrue();
        assertThat(part(both, 68).equals(part(last, 0)))
                .as("the other one beside it")
                .isTrue();
        assertThat(part(first, 68).equals(part(last, 0))).isFalse();
    }

    @Test
    void aLetterThatIsNobodysStandsNowhereAndMovesNoOther() {
        assertThat(Arrays.equals(spoken("-", "other", "-"), spoken("-", "other")))
                .isTrue();
        assertThat(Arrays.equals(spoken("-", "other"), spoken("other"))).isFalse();
    }

    private int[] spoken(String... cameras) {
        screen.emphasise(new Emphasis(
                null,
                List.of(),
                List.of(),
                Set.of(),
                new Emphasis.Spoken(
                        List.of(),
                        List.of(cameras).stream()
                                .map(id -> new Hit.Feature("cameras", id))
                                .toList(),
                        List.of())));
        return picture.clone();
    }

    /// The pixels of a letter that stands so far right of the camera in the middle.
    private static List<Integer> part(int[] of, int right) {
        return IntStream.range(-28, 28)
                .flatMap(y -> IntStream.range(-28, 28).map(x -> of[(HEIGHT / 2 + y) * WIDTH + WIDTH / 2 + right + x]))
                .boxed()
                .toList();
    }
}
