package org.yiping.domain.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.hotline.PhoneCall.News;
import org.yiping.domain.hotline.PhoneCall.Step;
import org.yiping.domain.identity.SeatId;

class PhoneCallTest {
    private static final Instant T = Instant.parse("2026-11-26T02:00:00Z");

    private static News news(Step step, @Nullable String seat, long second) {
        return new News(new CallId("c"), step, "1380", seat == null ? null : new SeatId(seat), T.plusSeconds(second));
    }

    @Test
    void whateverTheOrderAndHoweverOftenNewsComesTheCallEndsUpTheSame() {
        List<News> story = List.of(
                news(Step.RINGING, null, 0),
                news(Step.RINGING, "A", 3),
                news(Step.RINGING, "B", 8),
                news(Step.ANSWERED, "B", 12),
                news(Step.ANSWERED, "A", 40),
                news(Step.ENDED, null, 90));
        PhoneCall told = told(story);
        assertThat(told.seat()).isEqualTo(new SeatId("A"));
        assertThat(told.rangAt()).isEqualTo(T);
        assertThat(told.answeredAt()).isEqualTo(T.plusSeconds(12));
        assertThat(told.step()).isEqualTo(Step.ENDED);
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            List<News> shuffled = new ArrayList<>(story);
            shuffled.add(story.get(random.nextInt(story.size())));
            Collections.shuffle(shuffled, random);
            assertThat(told(shuffled)).isEqualTo(told);
        }
    }

    private static PhoneCall told(List<News> story) {
        PhoneCall call = PhoneCall.of(story.getFirst());
        for (News n : story.subList(1, story.size())) {
            call = call.after(n);
        }
        return call;
    }

    @Test
    void whatRangMinutesAgoOrHasEndedWantsNobody() {
        PhoneCall rings = PhoneCall.of(news(Step.RINGING, "A", 0));
        assertThat(rings.wants(T.plusSeconds(119))).isTrue();
        assertThat(rings.wants(T.plusSeconds(120))).isFalse();
        PhoneCall answered = rings.after(news(Step.ANSWERED, "A", 10));
        assertThat(answered.wants(T.plusSeconds(3600))).isTrue();
        assertThat(answered.after(news(Step.ENDED, null, 20)).wants(T.plusSeconds(21)))
                .isFalse();
    }

    @Test
    void aClockThatIsAheadCountsAsNow() {
        assertThat(news(Step.RINGING, "A", 500).noLaterThan(T).at()).isEqualTo(T);
    }

    @Test
    void newsOfAClockThatIsAheadSaysNothingWhenItComesAgain() {
        News ahead = news(Step.RINGING, "A", 3);
        PhoneCall first = PhoneCall.of(ahead.noLaterThan(T));
        assertThat(first.rangAt()).isEqualTo(T);
        for (int second = 1; second < 6; second++) {
            assertThat(first.after(ahead.noLaterThan(T.plusSeconds(second))))
                    .as("%d s later", second)
                    .isEqualTo(first);
        }
    }

    @Test
    void aCaseIsNotedOnce() {
        PhoneCall call = PhoneCall.of(news(Step.ANSWERED, "A", 0))
                .with(new CaseId("1"))
                .with(new CaseId("2"))
                .with(new CaseId("1"));
        assertThat(call.cases()).containsExactly(new CaseId("1"), new CaseId("2"));
    }
}
