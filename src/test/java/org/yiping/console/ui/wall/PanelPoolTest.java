package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.control.Toolkit;

class PanelPoolTest {
    private final List<String> told = new ArrayList<>();
    private final PanelPool pool = new PanelPool(new PanelCatalogue(Map.of("map", Told::new)));

    private final class Told implements Panel {
        private final Region root = new Region();

        @Override
        public Region root() {
            return root;
        }

        @Override
        public void onShow() {
            told.add("shown");
        }

        @Override
        public void onHide() {
            told.add("hidden");
        }

        @Override
        public void forget() {
            told.add("forgotten");
        }
    }

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void whatIsGivenBackIsHiddenForgetsItsPictureAndIsTheNextOnes() {
        Panel first = pool.take("map");
        first.onShow();
        pool.give(first);
        assertThat(told).containsExactly("shown", "hidden", "forgotten");
        assertThat(pool.take("map")).isSameAs(first);
    }
}
