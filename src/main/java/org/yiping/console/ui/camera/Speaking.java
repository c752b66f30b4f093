package org.yiping.console.ui.camera;

import org.yiping.domain.camera.Camera;

/// Lets somebody speak through a camera's loudspeaker (喊话): opens the dialog with words to begin with. FX thread.
@FunctionalInterface
public interface Speaking {
    void open(Camera camera, String proposedText);
}
