package org.yiping.console.settings;

/// The two themes: dark rooms and the wall, light rooms. Any thread.
public enum Theme {
    HALL,
    OFFICE
}
