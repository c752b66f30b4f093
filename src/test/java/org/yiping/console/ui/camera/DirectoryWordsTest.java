package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.camera.DirectoryWords.By;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.Position;

/// How the directory calls cameras.
class DirectoryWordsTest {
    private static final List<Locale> BOTH = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {"111", "118", "131", "132", "133", "134", "135", "136", "137", "138"})
    void everyTypeOfDeviceHasWords(String type) {
        for (Locale locale : BOTH) {
            assertThat(kind(type, locale)).isNotBlank().doesNotContain(type);
        }
    }

    @Test
    void aTypeNobodyKnowsIsShownAsItIs() {
        assertThat(kind("199", Locale.ENGLISH)).contains("199");
    }

    @Test
    void whatNobodySaidAnythingOfIsCalledUnknownAlsoOfAnOlderPlatform() {
        DirectoryWords words = new DirectoryWords(new Messages(Locale.SIMPLIFIED_CHINESE));
        CameraState older = new CameraState(false, false, CameraState.OFFLINE, CameraState.NO_STATUS, null);
        for (CameraState state : List.of(CameraState.untold(false, null), older)) {
            assertThat(words.state(state)).isEqualTo("状态未知");
            assertThat(DirectoryWords.icon(state)).isEqualTo(Icons.CAMERA);
        }
        assertThat(words.state(new CameraState(false, false))).isEqualTo("离线");
    }

    private static String kind(String type, Locale locale) {
        Device device = new Device(type, null, List.of(), true, List.of(), "", List.of(), List.of());
        Camera camera = new Camera(
                new CameraId("c"),
                "c",
                new Position(104, 30),
                new Camera.View(0, 60, ""),
                List.of(),
                new CameraState(true, false),
                device);
        return new DirectoryWords(new Messages(locale))
                .path(
                        camera,
                        By.KIND,
                        new DeskFixture("dispatcher").desk.stores().areas())
                .getFirst()
                .name();
    }
}
