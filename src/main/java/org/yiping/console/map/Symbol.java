package org.yiping.console.map;

import org.yiping.domain.sensor.SensorState;

/// What stands at a place on the map (地图符号). Headings in degrees clockwise from north. Immutable; any thread.
public sealed interface Symbol {
    record CaseMark(MarkShape shape, MarkFill fill) implements Symbol {}

    /// `viewDegrees` is the opening of the view cone; offline draws it dashed and without one.
    record CameraPost(boolean online, double headingDegrees, double viewDegrees) implements Symbol {}

    record Person(boolean stale) implements Symbol {}

    record Vehicle(double headingDegrees, boolean stale) implements Symbol {}

    record Drone(boolean stale) implements Symbol {}

    /// `letter` names what is measured, `state` says how full and in which colour its house is.
    record SensorPost(char letter, SensorState state) implements Symbol {}

    record ComponentDot(MajorClass majorClass) implements Symbol {}

    /// A component by its own class; `figure` as [ComponentFigures] gives it, 0 for none.
    record Component(MajorClass majorClass, int figure) implements Symbol {}
}
