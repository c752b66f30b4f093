package org.yiping.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeedTest {
    @Test
    void a_desk_without_it_skips_and_says_why() {
        var result = Need.judge(false, "a display", false);
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).hasValue("skipped, needs a display");
    }

    @Test
    void ci_without_it_fails() {
        assertThatThrownBy(() -> Need.judge(false, "a display", true)).isInstanceOf(AssertionError.class);
    }

    @Test
    void with_it_the_test_runs() {
        assertThat(Need.judge(true, "a display", true).isDisabled()).isFalse();
    }
}
