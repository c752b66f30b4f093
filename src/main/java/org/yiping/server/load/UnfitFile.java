package org.yiping.server.load;

/// A file a mapping cannot be for; the message says why, in words.
public final class UnfitFile extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnfitFile(String why) {
        super(why);
    }
}
