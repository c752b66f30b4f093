package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        Foot foot,
        Detail detail) {
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

    /// The same with these cameras by their letters.
    WallFace lettered(List<CameraId> next) {
        return new WallFace(standing, stale, urgent, outside, next, figures, day, told, foot, detail);
    }

    /// The same where the case in focus is that one; none where nothing is known of it.
    WallFace about(CaseId id) {
        Detail there = new Detail(
                detail.now,
                detail.named.get(id),
                detail.named,
                detail.byName,
                detail.near,
                detail.lateCases,
                detail.lateFigures);
        return new WallFace(standing, stale, urgent, outside, cameras, figures, day, told, foot, there);
    }

    /// What single tiles ask for: the moment, the case in focus (absent where there is none), those that tiles
    /// name, figures by name, the cameras nearest to the case in focus, and how late cases and figures are,
    /// both empty while they are not.
    record Detail(
            Instant now,
            @Nullable Focus focus,
            Map<CaseId, Focus> named,
            Map<String, Figure> byName,
            List<CameraId> near,
            String lateCases,
            String lateFigures) {
        Detail {
            named = Map.copyOf(named);
            byName = Map.copyOf(byName);
            near = List.copyOf(near);
        }
    }

    /// One case in full (聚焦). `used` is the share of the running clock's limit; `facts` are names and values.
    record Focus(
            CaseFace face, List<Fact> facts, String number, String basis, String due, double used, List<Stage> path) {
        Focus {
            facts = List.copyOf(facts);
            path = List.copyOf(path);
        }
    }

    record Fact(String name, String value) {}

    /// A stage of the case: when it began, whether it runs, whether it ran over.
    record Stage(String name, String at, boolean now, boolean over) {}

    /// The head of the figures.
    record Day(String title, String date, String clock) {}

    /// The status strip; `lost` names other computers of this wall that are gone, `notice` is empty where the city
    /// is no simulated one, `sent` while nobody has put anything over the scene.
    record Foot(
            StatusWords.Entry link,
            StatusWords.Entry oldest,
            String lost,
            boolean simulated,
            boolean openDay,
            String notice,
            String sent) {}
}
