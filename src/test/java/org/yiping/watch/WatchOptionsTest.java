package org.yiping.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchOptionsTest {
    private static final Path HOME = Path.of("/home/wall");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void withoutItsOwnWordsAllAreTheWalls() {
        WatchOptions options = WatchOptions.parse(List.of("--server", "http://hall", "--post", "wall"), HOME);
        assertThat(options.wall()).containsExactly("--server", "http://hall", "--post", "wall");
        assertThat(options.folder()).isEqualTo(Path.of("/home/wall/.yiping/watch"));
        assertThat(options.daily()).isNull();
        assertThat(options.limits()).isEqualTo(Limits.USUAL);
    }

    @Test
    void itsOwnWordsComeBeforeTheDashes() {
        WatchOptions options = WatchOptions.parse(
                List.of("--daily", "04:00-04:20", "--silence", "9", "--start", "90", "--reports", "3", "--", "@wall"),
                HOME);
        assertThat(options.wall()).containsExactly("@wall");
        assertThat(options.daily()).isEqualTo(new DailyWindow(LocalTime.of(4, 0), LocalTime.of(4, 20)));
        assertThat(options.limits()).isEqualTo(new Limits(Duration.ofSeconds(9), Duration.ofSeconds(90)));
        assertThat(options.reports()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--daily 25:00-26:00 --",
                "--daily 04:00 --",
                "--daily 04:00-04:00 --",
                "--daily 04:00-07:00 --",
                "--silence 0 --",
                "--silence soon --",
                "--reports --",
                "--nonsense 3 --"
            })
    void aWordItCannotTakeIsNamed(String words) {
        assertThatThrownBy(() -> WatchOptions.parse(List.of(words.split(" ")), HOME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words.split(" ")[words.startsWith("--daily") ? 1 : 0]);
    }

    @Test
    void dashesThatWereForgottenAreAskedFor() {
        assertThatThrownBy(() -> WatchOptions.parse(List.of("--daily", "04:00-04:20", "--server", "http://hall"), HOME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-- is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "04:00-04:20, 03:59, false",
        "04:00-04:20, 04:00, true",
        "04:00-04:20, 04:20, false",
        "23:50-00:10, 23:55, true",
        "23:50-00:10, 00:05, true",
        "23:50-00:10, 00:10, false",
        "23:50-00:10, 12:00, false"
    })
    void aWindowLiesWhereItSays(String window, LocalTime now, boolean within) {
        assertThat(DailyWindow.parse(window).asks(now, DAY)).isEqualTo(within);
    }

    @Test
    void nothingIsStartedAnewTwiceInOneWindow() {
        DailyWindow window = DailyWindow.parse("03:00-05:00");
        assertThat(window.asks(LocalTime.of(4, 59), Duration.ofHours(2))).isFalse();
        assertThat(window.asks(LocalTime.of(4, 59), Duration.ofHours(2).plusSeconds(1)))
                .isTrue();
    }
}
