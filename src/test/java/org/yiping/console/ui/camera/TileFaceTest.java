package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.console.fx.Messages;
import org.yiping.console.video.Picture;
import org.yiping.domain.camera.CameraState;

/// What a tile says where there is no picture.
class TileFaceTest {
    private static final Instant NOW = Instant.parse("2026-11-27T06:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void anotherVersionOfLibvlcIsToldFromNone(String language) {
        Messages messages = new Messages(Locale.forLanguageTag(language));
        TileFace none = face("libvlc is not installed", messages);
        TileFace other = face("/usr/lib/libvlc.so.12 is libvlc 4.0.0-dev Otto Chriek, which is not 3.x", messages);
        for (TileFace face : List.of(none, other)) {
            assertThat(face.kind()).isEqualTo(TileFace.Kind.BLIND);
            assertThat(face.words()).as("what to do, and where it is looked up").contains("libvlc5", "CAM-3001");
        }
        assertThat(other.head()).isNotEqualTo(none.head());
        assertThat(other.words()).contains("4.0.0-dev", "3.x").doesNotContain("Otto");
    }

    @Test
    void whatItsSourceListsNoLongerWasNotCalledOfflineByIt() {
        Messages messages = new Messages(Locale.SIMPLIFIED_CHINESE);
        CameraState online = new CameraState(true, false);
        assertThat(TileFace.silent(online.seen(CameraState.OFFLINE, "source", NOW), messages)
                        .words())
                .isEqualTo("平台报告离线，不取流");
        assertThat(TileFace.silent(online.seen(CameraState.OFFLINE, CameraState.NOT_LISTED, NOW), messages)
                        .words())
                .contains("已不列此路")
                .doesNotContain("报告离线");
    }

    private static TileFace face(String detail, Messages messages) {
        return TileFace.of(new Picture.NoDecoder(detail), null, false, NOW, messages);
    }
}
