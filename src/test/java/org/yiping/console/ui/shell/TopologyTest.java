package org.yiping.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private final Monitor left = new Monitor(0, 0, 1920, 1080);
    private final Monitor middle = new Monitor(1920, 0, 1920, 1080);
    private final Monitor right = new Monitor(3840, 0, 1920, 1080);

    @Test
    void threeMonitorsTakeAWindowEachWithTheWorkbenchInTheMiddle() {
        Topology t = Topology.of(List.of(right, left, middle), _ -> true);

        assertThat(t.placements())
                .extracting(Topology.Placement::name, Topology.Placement::monitor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("map", left),
                        org.assertj.core.groups.Tuple.tuple("workbench", middle),
                        org.assertj.core.groups.Tuple.tuple("video", right));
    }

    @Test
    void oneMonitorCarriesEverythingAsTabs() {
        Topology t = Topology.of(List.of(left), _ -> true);

        assertThat(t.placements()).hasSize(1);
        assertThat(t.placements().getFirst().tabs()).containsExactlyElementsOf(Topology.TABS);
        assertThat(t.windowOf("map")).isEqualTo("workbench");
    }

    @Test
    void aPageIsAskedOfItsOwnWindowWhereThereIsOne() {
        Topology t = Topology.of(List.of(left, middle), _ -> true);

        assertThat(t.windowOf("map")).isEqualTo("map");
        assertThat(t.windowOf("video")).isEqualTo("workbench");
        assertThat(t.windowOf("assessment")).isEqualTo("workbench");
    }

    @Test
    void everyWindowOffersTheSameTabsAndNoneThatDoesNotExist() {
        Topology t = Topology.of(List.of(left, middle, right), page -> !page.equals("wall"));

        assertThat(t.placements())
                .allSatisfy(p -> assertThat(p.tabs())
                        .containsExactly(
                                "workbench",
                                "map",
                                "video",
                                "duty",
                                "assessment",
                                "figures",
                                "inspection",
                                "staff",
                                "sensors",
                                "reports",
                                "debrief",
                                "scenes"));
    }

    @Test
    void noMonitorIsRefused() {
        assertThatThrownBy(() -> Topology.of(List.of(), _ -> true)).isInstanceOf(IllegalArgumentException.class);
    }
}
