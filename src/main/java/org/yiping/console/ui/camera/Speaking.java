package org.yiping.console.ui.camera;

import org.yiping.domain.camera.Camera;

/// Opens what is needed to speak through a camera's loudspeaker (喊话). FX thread.
public interface Speaking {
    /// `proposedText` stands there to begin with; nothing is said before a person sends it.
    void open(Camera camera, String proposedText);
}
