package org.yiping.protocol.wall;

/// Ends the reading of a file at its first fault.
final class BadLine extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;

    BadLine(int line, String reason) {
        super(reason);
        this.line = line;
    }

    int line() {
        return line;
    }
}
