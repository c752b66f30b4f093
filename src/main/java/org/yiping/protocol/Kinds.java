package org.yiping.protocol;

/// Kinds of journal rows, which are also the topics of the stream and of the snapshot. A client ignores others.
public final class Kinds {
    public static final String CASE = "case";
    public static final String RECORD = "record";
    public static final String REVIEW = "review";
    public static final String PERSON = "person";
    public static final String DEPARTMENT = "department";
    public static final String CAMERA = "camera";
    public static final String SENSOR = "sensor";
    public static final String AREA = "area";
    public static final String RULE = "rule";
    public static final String HANDOVER = "handover";
    public static final String ROSTER = "roster";
    public static final String CAMPAIGN = "campaign";
    public static final String CALL = "call";

    /// What recognisers saw and nobody has judged yet; who judges one takes it out of everybody's queue.
    public static final String CAPTURE = "capture";

    /// What was said through loudspeakers and nobody has looked at yet.
    public static final String BROADCAST = "broadcast";

    /// Lists of cameras to be walked, and the walks.
    public static final String PATROL_PLAN = "patrolPlan";

    public static final String PATROL_ROUND = "patrolRound";

    /// What a seat did last with a camera: there for the journal.
    public static final String CAMERA_USE = "cameraUse";
    /// No journal row but the newest word of each seat, in frames of its own.
    public static final String SEAT = "seat";

    /// No journal row but what each sensor said last, in frames of its own.
    public static final String READING = "reading";

    /// One row a hall: whether strangers are in it.
    public static final String OPEN_DAY = "openDay";

    /// Samples of cases somebody looks at again, and what was found.
    public static final String RECHECK = "recheck";

    public static final String RECHECK_VERDICT = "recheckVerdict";

    /// Reports and lists of cases that were asked for, and what became of them.
    public static final String REPORT = "report";

    /// The wall's scenes and rules that a desk has saved, one row each.
    public static final String SCENE = "scene";

    /// One row a wall: what desks and alarms have put on it.
    public static final String WALL = "wall";

    /// One row, which versions of catalogue and calendar are in force: who hears it asks for the city again.
    public static final String CITY = "city";

    private Kinds() {}
}
