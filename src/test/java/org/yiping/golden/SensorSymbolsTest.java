package org.yiping.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiping.console.fx.Fonts;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.MapStyle;
import org.yiping.console.map.SymbolPictures;
import org.yiping.console.map.TestStyle;

/// Sensors by what is known of them, and crowds of them, in both themes.
class SensorSymbolsTest {
    static Stream<Arguments> themes() {
        return Stream.of(
                Arguments.of("map-sensors-hall", TestStyle.night()),
                Arguments.of("map-sensors-office", TestStyle.day()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("themes")
    void looksAsItDid(String name, MapStyle colours) throws IOException {
        MapStyle style =
                new MapStyle(colours.palette(), Fonts.java2d(false, 13), Fonts.java2d(true, 13), Generalisation.DESK);
        assertThat(Album.ofMap().refusal(name, SymbolPictures.sensors("气噪燃水盖桥G", style)))
                .isEmpty();
    }
}
