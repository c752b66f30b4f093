package org.yiping.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiping.console.fx.Fonts;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.MapStyle;
import org.yiping.console.map.SymbolPictures;
import org.yiping.console.map.TestStyle;

/// Every class of components the product ships, and some a city might add, by its own symbol in both themes.
class ComponentSymbolsTest {
    static Stream<Arguments> themes() {
        return Stream.of(
                Arguments.of("map-components-hall", TestStyle.night()),
                Arguments.of("map-components-office", TestStyle.day()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("themes")
    void looksAsItDid(String name, MapStyle colours) throws IOException {
        MapStyle style =
                new MapStyle(colours.palette(), Fonts.java2d(false, 13), Fonts.java2d(true, 13), Generalisation.DESK);
        assertThat(Album.ofMap().refusal(name, SymbolPictures.components(rows(), style)))
                .isEmpty();
    }

    private static List<SymbolPictures.Row> rows() throws IOException {
        List<SymbolPictures.Row> rows = new ArrayList<>();
        try (InputStream in = ComponentSymbolsTest.class.getResourceAsStream("/org/yiping/catalogue/components.csv")) {
            String text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).forEach(line -> {
                String[] cells = line.split(",", -1);
                MajorClass major = MajorClass.values()[cells[0].charAt(1) - '1'];
                rows.add(new SymbolPictures.Row(major, cells[0], cells[3]));
            });
        }
        for (MajorClass major : MajorClass.values()) {
            rows.add(new SymbolPictures.Row(
                    major, "9999", List.of("鱼缸", "龙门架", "霓虹灯", "竹篱", "旗杆").get(rows.size() % 5)));
        }
        return rows;
    }
}
