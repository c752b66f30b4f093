package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.control.PhotoPane;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Case;
import org.yiping.needs.NeedsDisplay;

/// Photos of a case side by side, through one lens.
@NeedsDisplay
class PhotoCompareTest {
    private final List<Boolean> covered = new ArrayList<>();

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void bothSidesShowTheSamePartInTheSizeOfTheirFrameWithWhatTheyAre() {
        Toolkit.onFx(() -> {
            OpenCase seat = photographed();
            PhotoCompare compare = opened(seat);
            assertThat(covered).containsExactly(true);
            List<PhotoPane> panes = all(compare.root(), PhotoPane.class);
            assertThat(panes).hasSize(2);
            assertThat(words(compare.root())).anyMatch(w -> w.startsWith("处置前 1") && w.contains("距今"));
            assertThat(words(compare.root())).anyMatch(w -> w.startsWith("处置后"));
            assertThat(all(compare.root(), SimulatedTag.class)).hasSize(2);
            List<Image> whole = pictures(compare);
            for (int i = 0; i < 2; i++) {
                assertThat(whole.get(i).getWidth())
                        .isEqualTo(Math.rint(panes.get(i).getWidth()));
                assertThat(view(panes.get(i)).getFitWidth())
                        .as("the pipeline scales nothing")
                        .isZero();
            }
            assertThat(middle(whole.getFirst())).isNotEqualTo(Color.BLUE.getRGB());

            PhotoPane left = panes.getFirst();
            for (int i = 0; i < 8; i++) { // the upper right quarter is blue on both
                turn(left, left.getWidth() * 0.7, left.getHeight() * 0.3, 40);
            }
            assertThat(pictures(compare)).extracting(PhotoCompareTest::middle).containsOnly(Color.BLUE.getRGB());
            return true;
        });
    }

    @Test
    void itTurnsThroughThePairsAndGoesBackWithEscAndWithItsCase() {
        Toolkit.onFx(() -> {
            OpenCase seat = photographed();
            PhotoCompare compare = opened(seat);
            assertThat(words(compare.root())).contains("1 / 2");
            press(compare, "case/photos-on");
            assertThat(words(compare.root())).contains("2 / 2", "这一侧没有照片");
            press(compare, "case/photos-on");
            assertThat(words(compare.root())).contains("1 / 2");
            press(compare, "case/photos-close");
            assertThat(compare.covering()).isFalse();
            assertThat(covered).containsExactly(true, false);

            compare.open("near");
            assertThat(words(compare.root()))
                    .as("from the photo that was clicked")
                    .contains("2 / 2");
            Case other = Samples.waiting("2", "to-dispatch", DeskFixture.START, Duration.ofMinutes(5));
            seat.fixture.put(other);
            seat.fixture.desk.pick(other.id());
            compare.refresh();
            assertThat(compare.covering())
                    .as("photos of one case never stand over another")
                    .isFalse();
            assertThat(compare.opens().refusal()).isEqualTo("未附照片");
            return true;
        });
    }

    @Test
    void whatIsNotHereOrNoPictureSaysSoInItsPlace() {
        Toolkit.onFx(() -> {
            OpenCase seat = photographed();
            seat.fixture.files.put("wide", "no picture".getBytes(StandardCharsets.UTF_8));
            seat.fixture.files.remove("done");
            PhotoCompare compare = opened(seat);
            assertThat(words(compare.root())).contains("照片无法解码", "断网，本机没有存过这张照片");
            return true;
        });
    }

    private OpenCase photographed() {
        OpenCase seat = new OpenCase();
        seat.fixture.files.putAll(Map.of("wide", quarters(900), "near", quarters(300), "done", quarters(2400)));
        Case v = seat.value;
        seat.fixture.put(new Case(
                v.id(),
                v.head().with(List.of(photo("wide", "before"), photo("near", "before"), photo("done", "after"))),
                v.subject(),
                v.place(),
                v.report(),
                v.progress()));
        return seat;
    }

    private PhotoCompare opened(OpenCase seat) {
        PhotoCompare compare = new PhotoCompare(seat.model, seat.fixture.hall, covered::add);
        Scene scene = new Scene(new javafx.scene.layout.StackPane(compare.root()), 1200, 700);
        seat.fixture.hall.themes().apply(scene);
        assertThat(compare.opens().allowed()).isTrue();
        compare.opens().act().run();
        settle(scene.getRoot());
        return compare;
    }

    private static void settle(Parent root) {
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            root.layout();
        }
    }

    private static Attachment photo(String id, String phase) {
        return new Attachment(id, phase, "image/*", DeskFixture.START.minusSeconds(600), true);
    }

    private static void press(PhotoCompare compare, String id) {
        all(compare.root(), Button.class).stream()
                .filter(b -> id.equals(b.getId()))
                .forEach(Button::fire);
    }

    private static void turn(PhotoPane on, double x, double y, double delta) {
        Event.fireEvent(
                on,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(on, x, y)));
    }

    private static List<Image> pictures(PhotoCompare compare) {
        return all(compare.root(), PhotoPane.class).stream()
                .map(p -> Objects.requireNonNull(view(p).getImage(), "no picture"))
                .toList();
    }

    private static ImageView view(PhotoPane pane) {
        return all(pane, ImageView.class).getFirst();
    }

    private static int middle(Image picture) {
        return picture.getPixelReader().getArgb((int) picture.getWidth() / 2, (int) picture.getHeight() / 2 - 1);
    }

    private static List<String> words(Parent root) {
        return all(root, Label.class).stream().map(Label::getText).toList();
    }

    private static <T extends Node> List<T> all(Node root, Class<T> type) {
        return nodes(root).filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Node> nodes(Node root) {
        return root instanceof Parent parent
                ? Stream.concat(
                        Stream.of(root),
                        parent.getChildrenUnmodifiable().stream().flatMap(PhotoCompareTest::nodes))
                : Stream.of(root);
    }

    /// Red, blue above; green, yellow below.
    private static byte[] quarters(int size) {
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        Color[] colours = {Color.RED, Color.BLUE, Color.GREEN, Color.YELLOW};
        for (int i = 0; i < 4; i++) {
            g.setColor(colours[i]);
            g.fillRect(i % 2 * size / 2, i / 2 * size / 2, size / 2, size / 2);
        }
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
