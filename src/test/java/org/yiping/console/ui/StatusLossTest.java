package org.yiping.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Damage;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.control.StatusItem;

/// What the status line says of what nobody knows.
class StatusLossTest {
    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final StatusWords words = new StatusWords(fixture.desk, fixture.hall.messages());

    @Test
    void camerasNobodyHasToldOfAreNotNone() {
        assertThat(words.cameras().text()).isEqualTo("摄像头 0 / 0 在线");
        fixture.tables.cameras.freshness(Freshness.NEVER);
        assertThat(words.cameras().text()).isEqualTo("摄像头 —");
        assertThat(words.cameras().state()).isEqualTo(StatusItem.State.LATE);
    }

    @Test
    void whatTheDiskLostIsNamedUntilItIsThere() {
        assertThat(words.damage()).isEmpty();
        fixture.tables.lostGround(true, Set.of());
        assertThat(words.damage()).isEqualTo("本机存储损坏，平台联上前缺：部件");
        fixture.tables.damage.set(
                new Damage(Set.of("case"), Map.of("camera", 3L)), new Freshness(true, DeskFixture.START));
        fixture.tables.lostGround(true, Set.of("roads"));
        assertThat(words.damage()).isEqualTo("本机存储损坏，平台联上前缺：案件 · 部件 · 底图图层 · 摄像头 3 条");
    }
}
