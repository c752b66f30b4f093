package org.yiping.console.link;

/// What to do after a frame: ask for the next, or leave this stream and resume anew.
public enum Verdict {
    NEXT,
    RECONNECT
}
