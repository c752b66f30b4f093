package org.yiping.city;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.Tour;

/// `patrols.csv`: rounds of cameras to be walked (巡逻计划), as somebody of the city planned them. Reads once; one thread.
final class PatrolFile {
    static final String NAME = "patrols.csv";

    /// Where it was planned: at no seat.
    private static final SeatId SEAT = new SeatId(NAME);

    private final Set<CameraId> cameras;
    private final Map<PersonId, Person> people = new HashMap<>();
    private final Set<PatrolPlanId> known = new HashSet<>();

    /// What plans may name.
    PatrolFile(List<CameraId> cameras, List<CityFolder.Staff> staff) {
        this.cameras = Set.copyOf(cameras);
        staff.forEach(s -> people.put(s.person().id(), s.person()));
    }

    PatrolPlan plan(CSVRecord r) {
        PatrolPlanId id = new PatrolPlanId(r.get("id"));
        refuse(!known.add(id), "patrol " + id.value() + " is there twice");
        refuse(
                id.value().length() > PatrolPlan.LONGEST_ID,
                "an id of a patrol has at most " + PatrolPlan.LONGEST_ID + " characters");
        Person planner = people.get(new PersonId(r.get("planner")));
        if (planner == null || planner.posts().isEmpty()) {
            throw new IllegalArgumentException("nobody of people.csv is " + r.get("planner"));
        }
        return new PatrolPlan(
                id, task(r), new Actor(planner.id(), planner.posts().getFirst(), SEAT), false);
    }

    private PatrolPlan.Task task(CSVRecord r) {
        String name = r.get("name");
        refuse(
                name.isBlank() || name.length() > PatrolPlan.LONGEST_NAME,
                "a name has 1 to " + PatrolPlan.LONGEST_NAME + " characters");
        List<CameraId> walked =
                Csv.list(r.get("cameras")).stream().map(CameraId::new).toList();
        refuse(
                walked.isEmpty() || walked.size() > PatrolPlan.MOST_CAMERAS,
                "a patrol has 1 to " + PatrolPlan.MOST_CAMERAS + " cameras");
        Set<CameraId> each = new HashSet<>();
        for (CameraId camera : walked) {
            refuse(!cameras.contains(camera), "camera " + camera.value() + " is not in cameras.csv");
            refuse(!each.add(camera), "camera " + camera.value() + " is walked twice");
        }
        int dwell = Integer.parseInt(r.get("dwell"));
        refuse(
                dwell < Tour.SHORTEST.toSeconds() || dwell > Tour.LONGEST.toSeconds(),
                "dwell is " + Tour.SHORTEST.toSeconds() + " to " + Tour.LONGEST.toSeconds() + " seconds");
        List<LocalTime> times = times(Csv.list(r.get("times")));
        refuse(times.size() > PatrolPlan.MOST_TIMES, "a day has at most " + PatrolPlan.MOST_TIMES + " rounds");
        String goal = r.get("goal");
        refuse(goal.length() > Command.LONGEST_TEXT, "a goal has at most " + Command.LONGEST_TEXT + " characters");
        return new PatrolPlan.Task(name, goal, walked, dwell, times);
    }

    private static List<LocalTime> times(List<String> cells) {
        try {
            return cells.stream().map(LocalTime::parse).distinct().toList();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("times are written 07:30;17:00: " + e.getMessage(), e);
        }
    }

    private static void refuse(boolean bad, String why) {
        if (bad) {
            throw new IllegalArgumentException(why);
        }
    }
}
