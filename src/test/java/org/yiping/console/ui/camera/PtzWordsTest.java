package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.Position;

/// What is said of a camera that is turned.
class PtzWordsTest {
    private final DeskFixture seat = new DeskFixture("dispatcher");
    private final PtzWords words = new PtzWords(seat.desk, new Messages(Locale.SIMPLIFIED_CHINESE));

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @ParameterizedTest
    @CsvSource({"TURNING,转动中", "STOPPED,云台已停", "DONE,设备已应答"})
    void aSimulatedCameraTakesOrdersAndIsNotSaidToTurn(PtzState.Kind kind, String real) {
        put("real", new CameraState(true, false));
        put("made", new CameraState(true, true));
        assertThat(of("real", kind)).contains(real).doesNotContain("模拟");
        assertThat(of("made", kind)).contains("指令已收", "模拟").doesNotContain(real);
        assertThat(of("made", PtzState.Kind.FAILED)).as("nothing went right").doesNotContain("模拟");
    }

    @Test
    void whatIsOfflineIsNotTurnedAndWhatNobodyKnowsOfMayBe() {
        seat.cameras = new AskedCameras();
        assertThat(words.refusal(put("off", new CameraState(false, false)), Device.PTZ))
                .contains("设备离线");
        assertThat(words.refusal(put("untold", CameraState.untold(false, null)), Device.PTZ))
                .isEmpty();
    }

    private String of(String camera, PtzState.Kind kind) {
        return words.of(PtzState.turn(new CameraId(camera), kind, ""), "预置 1");
    }

    private Camera put(String id, CameraState state) {
        Camera made = new Camera(
                new CameraId(id), id, new Position(104, 30), new Camera.View(0, 60, "ball"), List.of(), state);
        seat.tables.cameras.put(made.id(), made);
        return made;
    }
}
