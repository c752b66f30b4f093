package org.yiping.domain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.domain.identity.PostCode;

class AlarmRulesTest {
    private static AlarmRules of(AlarmRules.Rung... rungs) {
        return new AlarmRules(
                "a-1",
                new AlarmRules.Flood(Duration.ofMinutes(10), 10),
                List.of(),
                List.of(),
                List.of(rungs),
                Duration.ofMinutes(30));
    }

    private static AlarmRules.Rung rung(String to) {
        return new AlarmRules.Rung(to, null, null, Duration.ofMinutes(1));
    }

    @Test
    void aSoundFileHasNoFault() {
        assertThat(AlarmRules.NONE.fault()).isEmpty();
        assertThat(of(
                                rung("seat"),
                                rung("next-seat"),
                                new AlarmRules.Rung("leader", new PostCode("duty-leader"), null, Duration.ofMinutes(1)),
                                new AlarmRules.Rung("phone", null, "voice", Duration.ofMinutes(1)))
                        .fault())
                .isEmpty();
    }

    @Test
    void whatCannotWorkIsRefusedInWords() {
        assertThat(of(rung("leader")).fault()).contains("the first rung is a seat");
        assertThat(of(rung("seat"), rung("leader")).fault()).contains("a leader's post is needed");
        assertThat(of(rung("seat"), rung("phone")).fault()).contains("a phone's channel is needed");
        assertThat(of(rung("seat"), rung("mayor")).fault()).contains("unknown rung mayor");
        assertThat(of(new AlarmRules.Rung("seat", null, null, Duration.ZERO)).fault())
                .contains("limits are positive");
    }
}
