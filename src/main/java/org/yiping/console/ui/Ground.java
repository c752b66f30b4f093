package org.yiping.console.ui;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.geo.Position;

/// A map panel as a scene's ground: it shows one window of a picture that several monitors share. FX thread.
public interface Ground extends Panel {
    /// Which part of the whole picture this panel shows, in pixels of the whole.
    void part(Part part);

    /// Cases drawn large because the scene speaks of them.
    void stress(List<CaseId> cases);

    /// Where a place lies in this panel, if it lies in it.
    Optional<Point2D> locate(Position position);

    record Part(double x, double y, double wholeWidth, double wholeHeight) {}
}
