package org.yiping.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.EmptyPanel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

/// A workstation's map comes before its workbench, and both before all else; whoever asks waits for nothing.
@NeedsDisplay
class WindowOrderTest {
    private static final List<Monitor> THREE =
            List.of(new Monitor(0, 0, 400, 300), new Monitor(400, 0, 400, 300), new Monitor(800, 0, 400, 300));

    private final List<Runnable> afterMap = new ArrayList<>();
    private boolean settled;
    private Shell shell;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void make() {
        fx(() -> {
            SmallCity city =
                    new SmallCity(Fx.direct(), "zh").rules("dispatcher").filled(3);
            shell = new Shell(
                    city.desk,
                    city.hall,
                    new PanelCatalogue(Map.of(
                            "cases", EmptyPanel::new,
                            "dispatch", EmptyPanel::new,
                            "map", EmptyPanel::new,
                            "video", EmptyPanel::new)));
        });
    }

    @AfterEach
    void close() {
        fx(() -> shell.close());
    }

    @Test
    void theWorkbenchComesWhenTheMapStands() {
        open(THREE);
        assertThat(windows()).containsExactly("map");
        mapStands();
        assertThat(windows()).containsExactly("workbench", "map");
    }

    @Test
    void theRestComesWithTheWorkbenchWhereAllHaveWhatTheyShow() {
        settled = true;
        open(THREE);
        assertThat(windows()).containsExactly("map");
        mapStands();
        assertThat(windows()).containsExactly("workbench", "map", "video");
    }

    @Test
    void whoAsksForAPageIsNotLeftWaitingForTheMap() {
        open(THREE);
        fx(() -> shell.ask("map", "workbench"));
        assertThat(windows()).containsExactly("workbench", "map", "video");
        mapStands();
        assertThat(windows()).containsExactly("workbench", "map", "video");
    }

    @Test
    void aSeatWithoutAWindowForTheMapWaitsForNone() {
        open(List.of(new Monitor(0, 0, 400, 300)));
        assertThat(windows()).containsExactly("workbench");
        assertThat(afterMap).isEmpty();
    }

    @Test
    void aSeatThatWasClosedMeanwhileOpensNoMore() {
        open(THREE);
        fx(() -> shell.close());
        mapStands();
        assertThat(windows()).isEmpty();
    }

    private void open(List<Monitor> monitors) {
        fx(() -> shell.open(monitors, new Shell.Order(afterMap::add, () -> settled), () -> {}));
    }

    private void mapStands() {
        fx(() -> afterMap.forEach(Runnable::run));
    }

    private List<String> windows() {
        return Toolkit.onFx(
                () -> shell.scenes().stream().map(Shell.NamedScene::name).toList());
    }

    private static void fx(Runnable task) {
        Toolkit.onFx(() -> {
            task.run();
            return true;
        });
    }
}
