package org.yiping.console.ui.camera;

import org.yiping.domain.capture.Capture;

/// What a row of the captures says, in words ready to show. `note` is what speaks for caution or became of it; `stage`
/// what can be done with it. Immutable.
record CaptureFace(
        Capture capture, String name, String confidence, String place, String time, String repeats, Note note) {
    /// Where it is on its way from being seen to being judged.
    enum Stage {
        /// To be judged.
        OPEN,
        /// A command is on its way; nothing is done yet.
        PENDING,
        /// Judged, here or elsewhere, or too old by now.
        LEFT
    }

    /// `alike` where it says that there is a case already.
    record Note(Stage stage, String words, boolean alike) {}

    Stage stage() {
        return note.stage();
    }
}
