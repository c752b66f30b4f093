package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;

/// Camera pictures under letters (视频画面), so that a map beside them can show where each looks. FX thread.
public interface Pictures extends Panel {
    /// In the place of a letter that has no camera.
    CameraId NOBODY = new CameraId("-");

    /// The cameras by their letters, from this panel's first one on; a letter without a camera has `NOBODY`.
    List<CameraId> lettered();

    /// Shows others from now on, where it can.
    default void ask(Choice choice) {}

    /// The oldest picture that is to be seen, if any is.
    default Optional<Old> oldest(Instant now) {
        return Optional.empty();
    }

    /// How old a camera's picture is.
    record Old(Camera of, Duration age) {}

    /// `side` by side pictures: those `named`, or where none are, cameras spread over the city as if for `all` tiles;
    /// either from the one at `first` on, round and round. The first letter is `letter` after A.
    record Choice(int side, List<CameraId> named, int first, int all, int letter) {
        public Choice {
            named = List.copyOf(named);
        }
    }
}
