package org.yiping.domain;

/// Something a city replaces from time to time and that keeps its name for ever: a catalogue, a calendar.
public interface Versioned {
    String version();
}
