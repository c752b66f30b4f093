package org.yiping.server.load;

/// A row that was not taken: where it stands and why, in words. `line` counts from 1 and includes the header.
public record Refusal(String file, long line, String reason) {}
