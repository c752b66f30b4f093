package org.yiping.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.domain.identity.DepartmentId;

class LadderTest {
    private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");
    private static final Ladder LADDER = new Ladder(
            "l",
            List.of(
                    new Ladder.Rung("terminal", Duration.ofSeconds(60), null, Duration.ofMinutes(5), null),
                    new Ladder.Rung("sms", Duration.ofSeconds(60), null, null, Duration.ofMinutes(10)),
                    new Ladder.Rung("call", null, null, null, null)));

    private static Receipt climbed(Receipt receipt, Instant now) {
        return LADDER.climb(receipt, now).orElseThrow();
    }

    @Test
    void whoeverHasOpenedItIsNotSoughtByOtherChannelsUntilTheirWordIsLate() {
        Receipt queued = climbed(Receipt.begin(new DepartmentId("d"), AT), AT);
        Receipt sms = climbed(queued, AT.plusSeconds(61));
        assertThat(sms.attempts()).extracting(Receipt.Attempt::channel).containsExactly("terminal", "sms");
        Receipt opened = sms.opened(AT.plusSeconds(70)).with("sms", a -> a.failed("no-gateway"));
        assertThat(LADDER.climb(opened, AT.plusSeconds(80)))
                .as("a failed SMS is no matter now")
                .isEmpty();
        Receipt late =
                climbed(opened, AT.plusSeconds(61).plus(Duration.ofMinutes(10)).plusMillis(1));
        assertThat(late.attempts().get(1).missed()).isEqualTo("accepted");
        assertThat(late.current().channel()).isEqualTo("call");
    }
}
