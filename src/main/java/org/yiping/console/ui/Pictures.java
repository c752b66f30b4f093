package org.yiping.console.ui;

import java.util.List;
import org.yiping.domain.camera.CameraId;

/// Camera pictures under letters (视频画面), so that a map beside them can show where each looks. FX thread.
public interface Pictures extends Panel {
    /// The cameras from A on.
    List<CameraId> lettered();
}
