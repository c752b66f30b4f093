package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.SceneId;
import org.yiping.protocol.wall.ShippedScenes;

/// A panel that breaks by an error that is no exception, or while it is laid out: its tile says so, the others run on.
class BrokenPanelTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 960, 540);

    private @Nullable WallWindows wall;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @AfterEach
    void close() {
        WallWindows open = wall;
        if (open != null) {
            Toolkit.onFx(() -> {
                open.close();
                return true;
            });
        }
    }

    static Stream<Error> errors() {
        return Stream.of(
                new StackOverflowError("on purpose"),
                new AssertionError("on purpose"),
                new NoClassDefFoundError("on purpose"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorOfOnePanelIsItsOwn(Error error) {
        WallWindows open = open(() -> new Plain(new Pane()) {
            @Override
            public void onShow() {
                throw error;
            }
        });
        assertThat(words(open)).contains("此格出错，一分钟后重试 · 摄像头", "今日立案");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyTileHasWordsOfItsLanguage(String language) {
        SmallCity city = new SmallCity(Fx.direct(), language).rules("wall").filled(3);
        for (PanelKind kind : PanelKind.values()) {
            WallTile.Name name = WallTile.Name.of(kind, city.hall.messages());
            assertThat(name.words()).isNotBlank().doesNotContain("scene.panel").isNotEqualTo(kind.word());
        }
    }

    @Test
    void aMachineThatIsOutOfMemoryIsNoMatterOfAPanel() {
        SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall").filled(3);
        WallModel model = new WallModel(city.desk, city.hall);
        WallPart part = new WallPart() {
            private final Pane root = new Pane();

            @Override
            public Region root() {
                return root;
            }

            @Override
            public void tick(WallFace face) {
                throw new OutOfMemoryError("on purpose");
            }
        };
        WallTile tile = Toolkit.onFx(() -> new WallTile(
                new WallTile.Name("test", "试"),
                new Box(0, 0, 400, 300),
                Tiers.of(8, 1.2, 1920),
                city.hall.messages(),
                new PanelPool(new PanelCatalogue(Map.of())),
                () -> part));
        assertThatThrownBy(() -> Toolkit.onFx(() -> {
                    tile.tick(model.face(SmallCity.NOW, Set.of()));
                    return true;
                }))
                .hasStackTraceContaining("OutOfMemoryError");
    }

    @Test
    void onePanelThatCannotBeLaidOutLeavesTheWindowItsLayout() throws Exception {
        WallWindows open = open(() -> new Plain(new Pane() {
            @Override
            protected void layoutChildren() {
                throw new IllegalStateException("broken on purpose");
            }
        }));

        frame();
        assertThat(words(open)).contains("此格出错，一分钟后重试 · 摄像头", "今日立案");
        goesOn(open);
    }

    @Test
    void norDoesOneThatBreaksLaterDeepInside() throws Exception {
        List<String> armed = new ArrayList<>();
        Pane deep = new Pane() {
            @Override
            protected void layoutChildren() {
                if (!armed.isEmpty()) {
                    throw new StackOverflowError("on purpose");
                }
            }
        };
        deep.setManaged(false); // what it asks for goes to no parent's layout
        WallWindows open = open(() -> new Plain(new Pane(deep)));
        frame();
        assertThat(words(open)).noneMatch(w -> w.startsWith("此格出错"));

        Toolkit.onFx(() -> {
            armed.add("now");
            deep.requestLayout();
            return true;
        });
        frame();
        assertThat(words(open)).contains("此格出错，一分钟后重试 · 摄像头", "今日立案");
        goesOn(open);
    }

    /// What comes into the window later gets its place.
    private static void goesOn(WallWindows open) throws Exception {
        Toolkit.onFx(() -> {
            open.order(new SceneId("pattern"));
            return true;
        });
        frame();
        assertThat(Toolkit.onFx(() -> texts(root(open))
                        .anyMatch(t -> t.getText().startsWith("起点")
                                && t.getLayoutBounds().getWidth() > 0
                                && t.getParent().getLayoutBounds().getWidth() > 0)))
                .isTrue();
    }

    private WallWindows open(Supplier<Panel> cameras) {
        SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall").filled(40);
        WallWindows open = Toolkit.onFx(() -> {
            WallWindows w = new WallWindows(
                    city.desk, city.hall, new PanelCatalogue(Map.of(CamerasPart.PANEL, cameras)), ShippedScenes.book());
            w.open(List.of(SCREEN));
            return w;
        });
        wall = open;
        return open;
    }

    /// Until the window has been laid out and painted by itself, twice: what a layout asks for comes with the next one.
    private static void frame() throws Exception {
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Boolean> painted = new CompletableFuture<>();
            Toolkit.onFx(() -> {
                Frames.platform().next(() -> true, painted::complete);
                Platform.requestNextPulse();
                return true;
            });
            painted.get(30, TimeUnit.SECONDS);
        }
    }

    private static Node root(WallWindows wall) {
        return wall.scenes().getFirst().scene().getRoot();
    }

    private static List<String> words(WallWindows wall) {
        return Toolkit.onFx(() -> {
            wall.scenes().getFirst().scene().getRoot().applyCss();
            wall.scenes().getFirst().scene().getRoot().layout();
            return texts(root(wall)).map(Text::getText).toList();
        });
    }

    private static Stream<Text> texts(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Text text
                ? Stream.of(text)
                : node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(BrokenPanelTest::texts)
                        : Stream.empty();
    }

    private static class Plain implements Panel {
        private final Pane root;

        Plain(Pane root) {
            this.root = root;
        }

        @Override
        public Region root() {
            return root;
        }

        @Override
        public void onShow() {}

        @Override
        public void onHide() {}
    }
}
