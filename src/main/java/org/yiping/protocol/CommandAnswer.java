package org.yiping.protocol;

/// 200 of `POST /api/v1/commands`: the revision at which the command's last change stands. The same on repetition.
public record CommandAnswer(long revision) {}
