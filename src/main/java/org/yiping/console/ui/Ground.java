package org.yiping.console.ui;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.wall.MapView;

/// A map panel as a scene's ground: it shows one window of a picture that several monitors share. FX thread.
public interface Ground extends Panel {
    /// Which part of the whole picture this panel shows, in pixels of the whole.
    void part(Part part);

    /// What the scene speaks of: cases by number, drawn large and framed in the clear part, and cameras by letter.
    void speak(List<CaseId> cases, List<CameraId> cameras);

    /// Whether it looks at the first case it speaks of from near, or at the city (as it begins).
    void closeUp(boolean near);

    /// The part of the city it looks at, whatever it speaks of; absent, its own choice (as it begins).
    void look(@Nullable MapView view);

    /// Shows the city alone, without cases and cameras: for a page that lays marks of its own over it.
    void bare();

    /// Where other things stand over this panel, in its pixels: no name is written there.
    void cover(List<Rectangle2D> boxes);

    /// Which of the numbered cases the whole picture does not show clear of other things: too far from the others.
    List<CaseId> outside();

    /// What its picture lacks, in words; empty where it is whole.
    String lack();

    /// Where a place lies in this panel, if it lies in it.
    Optional<Point2D> locate(Position position);

    /// `clear` is where the whole picture has nothing over it, in its pixels.
    record Part(double x, double y, double wholeWidth, double wholeHeight, Rectangle2D clear) {}
}
