package org.yiping.protocol.wall;

/// Why a file of scenes is refused: its name, the line counted from 1, and the reason. Immutable; any thread.
public record SceneFault(String file, int line, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
