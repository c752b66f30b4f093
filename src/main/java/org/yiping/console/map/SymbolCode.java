package org.yiping.console.map;

import org.yiping.domain.sensor.SensorState;

/// A symbol in one `int` of a column: family in the low three bits, then two small fields, then headings in steps of
/// five degrees; equal codes look equal, so the code is also the key of the drawn sprite. Any thread.
@SuppressWarnings("EnumOrdinal") // codes live in memory only, never in a file
final class SymbolCode {
    static final int CASE = 0;
    static final int CAMERA = 1;
    static final int PERSON = 2;
    static final int VEHICLE = 3;
    static final int DRONE = 4;
    static final int SENSOR = 5;
    static final int COMPONENT = 6;
    private static final int STEP = 5;
    private static final int NO_WAY = 127;
    // asked for each point of a picture, and values() makes an array each time
    private static final SensorState[] STATES = SensorState.values();
    private static final MarkShape[] SHAPES = MarkShape.values();
    private static final MarkFill[] FILLS = MarkFill.values();
    private static final MajorClass[] MAJORS = MajorClass.values();

    private SymbolCode() {}

    static int of(Symbol symbol) {
        return switch (symbol) {
            case Symbol.CaseMark(MarkShape shape, MarkFill fill) -> CASE | shape.ordinal() << 3 | fill.ordinal() << 7;
            case Symbol.CameraPost(boolean online, double heading, double view) ->
                CAMERA | flag(online) | (online ? steps(heading) << 11 | steps(Math.clamp(view, 0, 355)) << 18 : 0);
            case Symbol.Person(double heading, boolean stale) -> PERSON | flag(stale) | way(heading) << 11;
            case Symbol.Vehicle(double heading, boolean stale) -> VEHICLE | flag(stale) | way(heading) << 11;
            case Symbol.Drone(double heading, boolean stale) -> DRONE | flag(stale) | way(heading) << 11;
            case Symbol.SensorPost(char letter, SensorState state) -> SENSOR | state.ordinal() << 3 | letter << 11;
            case Symbol.ComponentDot(MajorClass major) -> COMPONENT | major.ordinal() << 3;
            case Symbol.Component(MajorClass major, int figure) -> COMPONENT | major.ordinal() << 3 | figure << 7;
        };
    }

    private static int flag(boolean set) {
        return set ? 1 << 3 : 0;
    }

    private static int way(double heading) {
        return Double.isNaN(heading) ? NO_WAY : steps(heading);
    }

    private static int steps(double degrees) {
        return Math.floorMod(Math.round(degrees / STEP), 360 / STEP);
    }

    static int family(int code) {
        return code & 7;
    }

    static boolean flagged(int code) {
        return (code >> 3 & 1) == 1;
    }

    static MarkShape shape(int code) {
        return SHAPES[code >> 3 & 15];
    }

    static MarkFill fill(int code) {
        return FILLS[code >> 7 & 15];
    }

    static MajorClass major(int code) {
        return MAJORS[code >> 3 & 15];
    }

    /// The component's code without a symbol of its own.
    static int ofMajor(int code) {
        return code & 127;
    }

    /// What stands in a component's frame; 0 where it has no symbol of its own.
    static int figure(int code) {
        return code >>> 7;
    }

    /// Whether something that moves tells where to.
    static boolean hasHeading(int code) {
        return (code >> 11 & NO_WAY) != NO_WAY;
    }

    static double heading(int code) {
        return (code >> 11 & 127) * (double) STEP;
    }

    static double view(int code) {
        return (code >> 18 & 127) * (double) STEP;
    }

    static SensorState state(int code) {
        return STATES[code >> 3 & 15];
    }

    /// Whether a sensor says something somebody should look at.
    static boolean calls(int code) {
        return family(code) == SENSOR && state(code).calls();
    }

    static char letter(int code) {
        return (char) (code >> 11);
    }

    static boolean isOverdue(int code) {
        return family(code) == CASE && fill(code) == MarkFill.SOLID;
    }
}
