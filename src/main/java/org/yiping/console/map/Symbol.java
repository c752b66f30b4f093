package org.yiping.console.map;

import org.yiping.domain.sensor.SensorState;

/// What stands at a place on the map (地图符号). Headings in degrees clockwise from north. Immutable; any thread.
public sealed interface Symbol {
    record CaseMark(MarkShape shape, MarkFill fill) implements Symbol {}

    /// `viewDegrees` is the opening of the view cone; offline draws it dashed and without one.
    record CameraPost(boolean online, double headingDegrees, double viewDegrees) implements Symbol {}

    /// Like all that moves with a heading that is NaN where nobody tells one.
    record Person(double headingDegrees, boolean stale) implements Symbol {
        public Person(boolean stale) {
            this(Double.NaN, stale);
        }
    }

    record Vehicle(double headingDegrees, boolean stale) implements Symbol {}

    record Drone(double headingDegrees, boolean stale) implements Symbol {
        public Drone(boolean stale) {
            this(Double.NaN, stale);
        }
    }

    /// `letter` names what is measured, `state` says how full and in which colour its house is.
    record SensorPost(char letter, SensorState state) implements Symbol {}

    record ComponentDot(MajorClass majorClass) implements Symbol {}

    /// A component by its own class; `figure` as [ComponentFigures] gives it, 0 for none.
    record Component(MajorClass majorClass, int figure) implements Symbol {}
}
