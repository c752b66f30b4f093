package org.yiping.console.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.fx.Messages;

class CountdownTextTest {
    private final Messages chinese = new Messages(Locale.SIMPLIFIED_CHINESE);
    private final Messages english = new Messages(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "PT2M24S, 剩 02:24, Left 02:24",
        "PT59M59S, 剩 59:59, Left 59:59",
        "PT1H, 剩 1:00:00, Left 1:00:00",
        "PT3H12M40S, 剩 3:12:40, Left 3:12:40",
        "PT99H59M59S, 剩 99:59:59, Left 99:59:59",
        "PT100H, 剩 4 天 4 时, Left 4 d 4 h",
        "PT-2M-11S, 超 02:11, Over 02:11",
        "PT-2H-8M, 超 2:08:00, Over 2:08:00",
        "PT-240H, 超 10 天 0 时, Over 10 d 0 h"
    })
    void writesWhatIsLeftOrOver(Duration left, String zh, String en) {
        var countdown = new Countdown.Running(left, Duration.ofHours(2));
        assertThat(CountdownText.of(countdown, chinese)).isEqualTo(zh);
        assertThat(CountdownText.of(countdown, english)).isEqualTo(en);
    }

    @Test
    void showsZeroAtTheDueMomentAndNeverBefore() {
        assertThat(words(Duration.ofMillis(1))).isEqualTo("剩 00:01");
        assertThat(words(Duration.ZERO)).isEqualTo("剩 00:00");
        assertThat(words(Duration.ofMillis(-999))).isEqualTo("超 00:00");
        assertThat(words(Duration.ofMillis(-1000))).isEqualTo("超 00:01");
    }

    @Test
    void writesWorkingDaysStandingClocksAndNone() {
        assertThat(CountdownText.of(new Countdown.Workdays(1, 0.5), chinese)).isEqualTo("剩 1 工作日");
        assertThat(CountdownText.of(new Countdown.Workdays(-2, 1.4), chinese)).isEqualTo("超 2 工作日");
        assertThat(CountdownText.of(new Countdown.Held(Duration.ofDays(108), 0.3), chinese))
                .isEqualTo("停 108 天");
        assertThat(CountdownText.of(new Countdown.Held(Duration.ofHours(5), 0.3), english))
                .isEqualTo("Held 5 h");
        assertThat(CountdownText.of(new Countdown.Untimed(), chinese)).isEqualTo("未计时");
        assertThat(CountdownText.of(new Countdown.Unknown(), chinese)).isEqualTo("—");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, CALM",
        "201, CALM",
        "200, SOON",
        "1, SOON",
        "0, SOON",
        "-1, OVER",
    })
    void lightTurnsAtEightyAndHundredPercent(long leftMillis, MarkLight light) {
        var countdown = new Countdown.Running(Duration.ofMillis(leftMillis), Duration.ofMillis(1000));
        assertThat(countdown.light()).isEqualTo(light);
    }

    @Test
    void aLimitOfNothingIsOverAtOnceAfterItsStart() {
        assertThat(new Countdown.Running(Duration.ofSeconds(-1), Duration.ZERO).light())
                .isEqualTo(MarkLight.OVER);
    }

    @Test
    void agesGrowFromSecondsToDays() {
        assertThat(AgeText.of(Duration.ofSeconds(1), chinese)).isEqualTo("1 s");
        assertThat(AgeText.of(Duration.ofSeconds(126), chinese)).isEqualTo("2 分 06 秒");
        assertThat(AgeText.of(Duration.ofMinutes(30), chinese)).isEqualTo("30 分");
        assertThat(AgeText.of(Duration.ofMinutes(282), chinese)).isEqualTo("4 时 42 分");
        assertThat(AgeText.of(Duration.ofDays(3), english)).isEqualTo("3 d");
        assertThat(AgeText.of(Duration.ofSeconds(-5), chinese)).isEqualTo("0 s");
    }

    private String words(Duration left) {
        return CountdownText.of(new Countdown.Running(left, Duration.ofMinutes(15)), chinese);
    }
}
