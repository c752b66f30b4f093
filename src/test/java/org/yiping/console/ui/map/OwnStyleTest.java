package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notice;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.ShippedStyles;
import org.yiping.console.map.style.StyleFault;
import org.yiping.console.map.style.StyleSheet;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class OwnStyleTest {
    private static final String GOOD = """
            {"version": 8, "name": "ours", "layers": [
              {"id": "land", "type": "background", "paint": {"background-color": "#102030"}}
            ]}""";
    private static final StyleSheet SHIPPED = ShippedStyles.of(Generalisation.DESK);

    @TempDir
    Path folder;

    private final ManualScheduler worker = new ManualScheduler(new ManualClock(DeskFixture.START));

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void aFileIsWornWhenItComesAndTheShippedStyleWhenItGoes() throws IOException {
        Watched watched = watched();
        worker.run();
        assertThat(watched.style.sheet()).isSameAs(SHIPPED);
        write(GOOD, 1);
        worker.advance(Duration.ofSeconds(2));
        assertThat(watched.style.sheet().name()).isEqualTo("ours");
        assertThat(watched.changes).hasSize(1);
        worker.advance(Duration.ofSeconds(10));
        assertThat(watched.changes).hasSize(1);
        Files.delete(file());
        worker.advance(Duration.ofSeconds(2));
        assertThat(watched.style.sheet()).isSameAs(SHIPPED);
        assertThat(watched.changes).hasSize(2);
    }

    @Test
    void aFaultIsNamedWithItsPlaceAndTheStyleBeforeItStays() throws IOException {
        Watched watched = watched();
        write(GOOD, 1);
        worker.run();
        StyleSheet good = watched.style.sheet();
        write(GOOD.replace("#102030", "#10203"), 2);
        worker.advance(Duration.ofSeconds(2));
        assertThat(watched.style.sheet()).isSameAs(good);
        Notice notice = Toolkit.onFx(() -> watched.fixture.hall.notices().all().getFirst());
        assertThat(notice.what())
                .isEqualTo("地图样式 map-style.json 第 2 行第 70 列：“#10203”不是颜色。" + "请写成 #rrggbb、#rrggbbaa、rgb(…) 或 hsl(…)。");
        assertThat(notice.means()).contains("仍按原来的样式");
        write(GOOD.replace("ours", "mended"), 3);
        worker.advance(Duration.ofSeconds(2));
        assertThat(watched.style.sheet().name()).isEqualTo("mended");
        assertThat(Toolkit.onFx(
                        () -> watched.fixture.hall.notices().all().getFirst().kind()))
                .isEqualTo(Notice.Kind.INFO);
        write("{", 4);
        worker.advance(Duration.ofSeconds(2));
        Files.delete(file());
        worker.advance(Duration.ofSeconds(2));
        assertThat(Toolkit.onFx(() -> watched.fixture.hall.notices().all()))
                .as("a fault whose file is gone")
                .isEmpty();
    }

    @Test
    void everyReasonHasItsWordsInBothLanguages() {
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Messages messages = new Messages(language);
            for (StyleFault.Reason reason : StyleFault.Reason.values()) {
                assertThat(messages.get(OwnStyle.key(reason), "a", "b", "c"))
                        .doesNotContain("⟦")
                        .doesNotContain("{");
            }
        }
    }

    private record Watched(DeskFixture fixture, OwnStyle style, List<String> changes) {}

    private Watched watched() {
        return Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            List<String> changes = new ArrayList<>();
            OwnStyle style = new OwnStyle(fixture.hall, Generalisation.DESK, () -> changes.add("changed"));
            style.follow(file(), worker);
            return new Watched(fixture, style, changes);
        });
    }

    private Path file() {
        return folder.resolve("map-style.json");
    }

    /// At a time of its own: a file that is written twice within the clock's grain would look the same.
    private void write(String text, int second) throws IOException {
        Files.writeString(file(), text);
        Files.setLastModifiedTime(file(), FileTime.fromMillis(1_000_000L + second * 1000L));
    }
}
