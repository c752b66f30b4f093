package org.yiping.console.cache;

/// How far a command is, as its row says.
public enum Stage {
    QUEUED,
    SENDING,
    ACCEPTED,
    REJECTED,
    EXPIRED
}
