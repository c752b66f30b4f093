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

    /// Inspections on the spot: plans, the points they were made of, what was drawn, found and answered.
    public static final String INSPECTION = "inspection";

    public static final String INSPECTION_FRAME = "inspectionFrame";
    public static final String INSPECTION_DRAW = "inspectionDraw";
    public static final String INSPECTION_CARD = "inspectionCard";
    public static final String INSPECTION_REPLY = "inspectionReply";

    /// Debriefs of the review room, and what was said in them, a row each.
    public static final String DEBRIEF = "debrief";

    public static final String DEBRIEF_COMMENT = "debriefComment";
    /// Roll-calls of people in the field and their answers, and who signed in and out of duty, a row a day.
    public static final String ROLL_CALL = "rollCall";

    public static final String ROLL_ANSWER = "rollAnswer";
    public static final String DUTY_SIGN = "dutySign";

    /// No journal row but how somebody's work was judged.
    public static final String STAFF = "staff";

    /// Reports and lists of cases that were asked for, and what became of them.
    public static final String REPORT = "report";

    /// The wall's scenes and rules that a desk has saved, one row each.
    public static final String SCENE = "scene";

    /// One row a wall: what desks and alarms have put on it.
    public static final String WALL = "wall";

    /// Editions of assessments, what each score was counted from, and departments called to account.
    public static final String ASSESSMENT = "assessment";

    public static final String ASSESSMENT_INPUTS = "assessmentInputs";

    public static final String DEPARTMENT_NOTICE = "departmentNotice";

    /// One row, which versions of catalogue and calendar are in force: who hears it asks for the city again.
    public static final String CITY = "city";

    private Kinds() {}
}
