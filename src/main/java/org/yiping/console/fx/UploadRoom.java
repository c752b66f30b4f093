package org.yiping.console.fx;

import com.sun.prism.GraphicsPipeline;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Comparator;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the memory in which pictures of windows go to the X server. JavaFX thread.
///
/// Without a graphics card each new picture of a window is copied into memory that the X server shares. The drawing
/// library takes it in pieces of eight pictures' room and gives a piece back as soon as nothing lies in it, so nearly
/// every picture went into memory that the system had to find and empty for it, page by page: most of what that copy
/// took. A few pixels in a piece that has room for whole screens, never given back, keep all of it.
final class UploadRoom {
    private static final Logger log = LoggerFactory.getLogger(UploadRoom.class);

    private static final String GTK = "gtk";
    private static final String GDK = "libgdk-3.so.0";
    private static final String CAIRO = "libcairo.so.2";

    /// `CAIRO_FORMAT_RGB24`: four bytes a pixel.
    private static final int FORMAT = 1;

    private static final int FEW = 64;

    private UploadRoom() {}

    /// Made once for the program, when it is first asked for, and never given back.
    private static final class Kept {
        static final boolean THERE = largest().map(UploadRoom::take).orElse(false);
    }

    /// As large as the largest screen; says whether there is such memory. Does nothing where windows are not shown so,
    /// and nothing before a toolkit runs.
    static boolean keep() {
        return isUploading() && Kept.THERE;
    }

    private static boolean isUploading() {
        GraphicsPipeline pipeline = GraphicsPipeline.getPipeline();
        return pipeline != null
                && pipeline.isUploading()
                && Platform.isFxApplicationThread()
                && System.getProperty("os.name", "").equals("Linux")
                && System.getProperty("glass.platform", GTK).equalsIgnoreCase(GTK);
    }

    private static Optional<Rectangle2D> largest() {
        return Screen.getScreens().stream()
                .map(screen -> {
                    Rectangle2D of = screen.getBounds();
                    return new Rectangle2D(
                            0, 0, of.getWidth() * screen.getOutputScaleX(), of.getHeight() * screen.getOutputScaleY());
                })
                .max(Comparator.comparingDouble(of -> of.getWidth() * of.getHeight()));
    }

    /// Of the whole screen's window, which there always is: the memory is one display's and not one window's.
    @SuppressWarnings("restricted") // the launcher allows native access
    private static boolean take(Rectangle2D size) {
        try {
            MethodHandle create = Linker.nativeLinker()
                    .downcallHandle(
                            SymbolLookup.libraryLookup(GDK, Arena.global())
                                    .findOrThrow("gdk_window_create_similar_image_surface"),
                            FunctionDescriptor.of(
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT));
            MethodHandle destroy = Linker.nativeLinker()
                    .downcallHandle(
                            SymbolLookup.libraryLookup(CAIRO, Arena.global()).findOrThrow("cairo_surface_destroy"),
                            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
            int width = (int) Math.ceil(size.getWidth());
            int height = (int) Math.ceil(size.getHeight());
            MemorySegment large = (MemorySegment) create.invokeExact(MemorySegment.NULL, FORMAT, width, height, 1);
            MemorySegment few = (MemorySegment) create.invokeExact(MemorySegment.NULL, FORMAT, FEW, FEW, 1);
            destroy.invokeExact(large);
            return !few.equals(MemorySegment.NULL);
        } catch (Throwable e) { // windows are shown without it
            log.info("no memory is kept for pictures of windows: {}", e.toString());
            return false;
        }
    }
}
