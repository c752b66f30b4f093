package org.yiping.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.cases.CasesPanel;
import org.yiping.console.ui.control.Photo;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;
import org.yiping.domain.geo.Position;
import org.yiping.domain.hotline.CallId;
import org.yiping.domain.hotline.PhoneCall;
import org.yiping.domain.identity.SeatId;
import org.yiping.needs.NeedsDisplay;

/// The whole call on a real window, keys given to whatever has the focus.
@NeedsDisplay
class CallStoryTest {
    private static final int MOST = 12;
    private static final Position HERE = new Position(104.5, 30.5);

    private final DeskFixture fixture = new DeskFixture("acceptor");
    private Stage stage;
    private Keys keys;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open() {
        fixture.hall.ticker().tick();
        stage = Toolkit.onFx(() -> {
            CasesPanel panel = new CasesPanel(fixture.desk, fixture.hall);
            Scene scene = new Scene(new StackPane(panel.root()), 700, 760);
            fixture.hall.themes().apply(scene);
            scene.addEventFilter(
                    KeyEvent.KEY_PRESSED,
                    e -> { // as the window hears function keys
                        panel.actions().stream()
                                .filter(a -> e.getCode() == KeyCode.F2 && a.id().equals("cases/take-call"))
                                .forEach(a -> a.act().run());
                    });
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            panel.onShow();
            return window;
        });
        keys = new Keys(stage.getScene());
    }

    @AfterEach
    void close() {
        Toolkit.onFx(() -> {
            stage.close();
            return true;
        });
    }

    private void ring(String id) {
        Toolkit.onFx(() -> {
            fixture.tables.calls.put(
                    new CallId(id),
                    PhoneCall.of(new PhoneCall.News(
                            new CallId(id),
                            PhoneCall.Step.RINGING,
                            "13900001111",
                            new SeatId("03"),
                            fixture.hall.now())));
            return true;
        });
    }

    private record Keys(Scene scene) implements CallStory.Hands {
        @Override
        public void press(KeyCode... pressed) {
            KeyCode last = pressed[pressed.length - 1];
            boolean ctrl = pressed.length > 1 && pressed[0] == KeyCode.CONTROL;
            Toolkit.onFx(() -> {
                for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                    Node owner = scene.getFocusOwner();
                    Event.fireEvent(owner, new KeyEvent(type, "", "", last, false, ctrl, false, false));
                }
                return true;
            });
        }

        @Override
        public void write(String text) {
            fx(() -> {
                ((TextInputControl) scene.getFocusOwner()).replaceSelection(text);
                return true;
            });
        }

        @Override
        public <T> T fx(Callable<T> work) {
            return Toolkit.onFx(work);
        }

        @Override
        public boolean await(Callable<Boolean> condition) {
            return Toolkit.onFx(condition);
        }
    }

    private Command.ReportCase sent() {
        return (Command.ReportCase) fixture.outbox.submitted.getLast();
    }

    @Test
    void aWholeCallTakesFewKeysBeyondItsText() throws Exception {
        fixture.places = List.of(new PlaceCandidate("解放路", null, HERE, 1, List.of()));
        ring("c-1");
        int overhead = new CallStory(keys, new CallStory.Said("bllj", "解放路 12 号", true, "门口一堆垃圾", "张三")).play();
        assertThat(overhead).isLessThanOrEqualTo(MOST);
        Command.Intake in = sent().intake();
        assertThat(in.subject().classCode().value()).isEqualTo("E-0110");
        assertThat(in.place().address()).isEqualTo("解放路 12 号");
        assertThat(in.place().position()).isEqualTo(HERE);
        assertThat(in.subject().description()).isEqualTo("门口一堆垃圾");
        assertThat(in.caller()).isNotNull().satisfies(c -> {
            assertThat(c.phone()).isEqualTo("13900001111");
            assertThat(c.call()).isEqualTo(new CallId("c-1"));
            assertThat(c.callBack()).isTrue();
            assertThat(c.inConfidence()).isTrue();
        });
    }

    @Test
    void aCallThatComesWhileSomebodyTypesTakesNeitherFocusNorText() {
        keys.press(KeyCode.F2); // somebody stands at the desk
        Toolkit.onFx(() -> {
            ((TextInputControl) keys.scene().getFocusOwner()).appendText("暴");
            return true;
        });
        ring("c-2");
        assertThat(focus()).isEqualTo("intake/class");
        assertThat(Toolkit.onFx(() -> CallStory.find(keys.scene(), "call/card")))
                .isNotNull();
        keys.press(KeyCode.F2);
        assertThat(fixture.outbox.drafts().last(Drafts.INTAKE)).isEmpty(); // a class half typed is nothing yet
        assertThat(focus()).isEqualTo("intake/class");
        assertThat(text("intake/phone")).isEqualTo("13900001111");
    }

    @Test
    void escapeKeepsWhatWasWrittenAndF2GoesOnWithIt() {
        keys.press(KeyCode.F2);
        write("intake/description", "一堆垃圾");
        keys.press(KeyCode.ESCAPE);
        assertThat(fixture.outbox.drafts().last(Drafts.INTAKE)).isPresent();
        keys.press(KeyCode.F2);
        assertThat(text("intake/description")).isEqualTo("一堆垃圾");
    }

    @Test
    void aClickOnTheMapIsThePlace() {
        fixture.twins = List.of(new Lookup.Twin(
                Samples.waiting("9", "handling", DeskFixture.START, Duration.ofHours(1)),
                12,
                Duration.ofMinutes(40),
                "f1",
                null));
        fixture.files.put("f1", picture());
        keys.press(KeyCode.F2);
        write("intake/class", "0110");
        Toolkit.onFx(() -> {
            fixture.selection.pick(new Selection.Picked.OfPoint(HERE));
            return true;
        });
        Button similar = Toolkit.onFx(() -> (Button) CallStory.find(keys.scene(), "intake/similar-9"));
        assertThat(similar.getText()).contains("12 m").contains("40 分");
        Photo photo = (Photo) similar.getGraphic();
        assertThat(photo.getChildrenUnmodifiable()).hasOnlyElementsOfTypes(ImageView.class, SimulatedTag.class);
        Toolkit.onFx(() -> {
            similar.fire();
            return true;
        });
        assertThat(fixture.desk.pickedCaseId()).as("seen beside the sheet").contains(new CaseId("9"));
        assertThat(text("intake/class")).as("the call goes on").isEqualTo("0110");
    }

    private static byte[] picture() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    @Test
    void inALowWindowTheFieldInHandIsSeen() throws InterruptedException {
        lower();
        keys.press(KeyCode.F2);
        focusPhone();
        phoneIsSeen();
    }

    @Test
    void whoTypesInAWindowMadeLowerStillSeesTheField() throws InterruptedException {
        keys.press(KeyCode.F2);
        focusPhone();
        lower();
        phoneIsSeen();
    }

    /// The window manager makes it so some time after it is asked.
    private void lower() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Toolkit.onFx(() -> {
            keys.scene().heightProperty().subscribe(height -> {
                if (height.doubleValue() <= 320) {
                    done.countDown();
                }
            });
            stage.setHeight(320);
            return true;
        });
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private void focusPhone() {
        Toolkit.onFx(() -> {
            keys.scene().getRoot().layout();
            CallStory.find(keys.scene(), "intake/phone").requestFocus();
            return true;
        });
    }

    private void phoneIsSeen() {
        Toolkit.onFx(() -> {
            keys.scene().getRoot().layout();
            Node phone = CallStory.find(keys.scene(), "intake/phone");
            assertThat(phone.localToScene(phone.getLayoutBounds()).getMaxY())
                    .isLessThan(keys.scene().getHeight());
            return true;
        });
    }

    private void write(String id, String text) {
        Toolkit.onFx(() -> {
            TextInputControl field = (TextInputControl) CallStory.find(keys.scene(), id);
            field.requestFocus();
            field.appendText(text);
            return true;
        });
    }

    private String text(String id) {
        return Toolkit.onFx(() -> ((TextInputControl) CallStory.find(keys.scene(), id)).getText());
    }

    private String focus() {
        return Toolkit.onFx(() -> String.valueOf(keys.scene().getFocusOwner().getId()));
    }
}
