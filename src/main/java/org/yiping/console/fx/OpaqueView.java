package org.yiping.console.fx;

import com.sun.javafx.scene.ImageViewHelper;
import com.sun.javafx.sg.prism.NGNode;
import javafx.scene.Node;
import javafx.scene.image.ImageView;

/// An image view for pictures without a transparent pixel that change many times a second. JavaFX thread.
///
/// The toolkit has no opaque pixel buffer. Without a graphics card it copies a picture into a texture,
/// from there row by row into a line of its own, and lays that over the window pixel by pixel, asking
/// each how transparent it is. Where nothing but a whole number of pixels lies between picture and
/// window, `OpaquePeer` copies its rows into the window instead: one walk for three, and no texture.
/// Anywhere else, with a graphics card too, it is an image view like any.
///
/// What stands for a node on the painting thread is not public; a node with a peer of its own is made as the toolkit
/// makes its own (decision 0051).
public final class OpaqueView extends ImageView {
    public OpaqueView() {
        Helper.help(this);
        var _ = UploadRoom.keep();
    }

    /// Whoever looks for image views means this one too.
    @Override
    public String getTypeSelector() {
        return ImageView.class.getSimpleName();
    }

    private static final class Helper extends ImageViewHelper {
        private static final Helper ONLY = new Helper();

        static void help(OpaqueView view) {
            setHelper(view, ONLY);
        }

        @Override
        protected NGNode createPeerImpl(Node node) {
            return new OpaquePeer();
        }
    }
}
