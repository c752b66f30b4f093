package org.yiping.console.ui.wall;

import java.util.List;
import java.util.Set;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.StatusWords;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;

/// Everything the wall says at one second, in words. Immutable; any thread.
///
/// `stale`: the platform has not been heard of, so cases and counts are the last known and not the present.
/// `urgent` are called by number from 1, those in `outside` lie beyond the map's picture; `cameras` by letter from A.
record WallFace(
        Standing standing,
        boolean stale,
        List<CaseFace> urgent,
        Set<CaseId> outside,
        List<CameraId> cameras,
        List<Figure> figures,
        Day day,
        Told told,
        Foot foot) {
    WallFace {
        urgent = List.copyOf(urgent);
        outside = Set.copyOf(outside);
        cameras = List.copyOf(cameras);
        figures = List.copyOf(figures);
    }

    /// How a figure is to be read.
    enum Tone {
        PLAIN,
        /// The number itself says: act.
        ALARM,
        /// Older than its source promised.
        STALE,
        UNKNOWN
    }

    /// One figure: its name, the number, its unit, and what it was counted from.
    record Figure(String label, String value, String unit, String note, Tone tone) {}

    /// What visitors are told just now (演示); both empty where nobody tells anything.
    record Told(String title, String caption) {}

    /// The head of the figures.
    record Day(String title, String date, String clock) {}

    /// The status strip; `notice` is empty where the city is no simulated one.
    record Foot(StatusWords.Entry link, StatusWords.Entry oldest, boolean simulated, boolean openDay, String notice) {}
}
