package org.yiping.domain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;

class AlarmLoadTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:42:18Z");

    private final AlarmLoad load = new AlarmLoad(AlarmLoad.WINDOW, AlarmLoad.MOST);

    private void add(int number, String classCode, String area, long secondsAgo) {
        load.add(new Alarm(
                new CaseId("c" + number),
                Alarm.Kind.NEW,
                new ClassCode(classCode),
                new AreaCode(area),
                NOW.minusSeconds(secondsAgo)));
    }

    @Test
    void tenInTenMinutesAreBorneAndElevenAreAFlood() {
        for (int i = 0; i < 10; i++) {
            add(i, "E-0110", "990101", 599 - i);
        }
        assertThat(load.flood(NOW)).isFalse();
        add(10, "E-0110", "990101", 0);
        assertThat(load.flood(NOW)).isTrue();
        assertThat(load.flood(NOW.plusSeconds(1)))
                .as("the first is ten minutes old")
                .isFalse();
        assertThat(load.count(NOW.plusSeconds(600))).isZero();
    }

    @Test
    void onlyInAFloodLookAlikesAreOneCard() {
        for (int i = 0; i < 6; i++) {
            add(i, "E-0110", "990101", 100 - i);
        }
        add(6, "E-0110", "990102", 50);
        add(7, "C-0102", "990101", 49);
        assertThat(load.cards(NOW)).hasSize(8);
        for (int i = 8; i < 12; i++) {
            add(i, "E-0110", "990101", 40 - i);
        }
        assertThat(load.cards(NOW)).extracting(AlarmLoad.Card::size).containsExactly(10, 1, 1);
        assertThat(load.cards(NOW).getFirst().first().caseId()).isEqualTo(new CaseId("c0"));
    }

    @Test
    void cardsGoAsTheirAlarmsGetOld() {
        for (int i = 0; i < 30; i++) {
            add(i, "E-0110", i % 2 == 0 ? "990101" : "990102", 599 - i);
        }
        assertThat(load.cards(NOW)).extracting(AlarmLoad.Card::size).containsExactly(15, 15);
        assertThat(load.cards(NOW.plusSeconds(3)))
                .as("three of them are ten minutes old")
                .extracting(AlarmLoad.Card::size)
                .containsExactly(14, 13);
        assertThat(load.cards(NOW.plusSeconds(3)).getFirst().first().caseId()).isEqualTo(new CaseId("c3"));
        assertThat(load.cards(NOW.plusSeconds(600))).isEmpty();
    }
}
