package org.yiping.console.cache;

import java.nio.file.Path;

/// Something the operator should know about how the cache was opened. Immutable; any thread.
public sealed interface Note {
    /// Another console works on the folder; this one has a folder and an outbox of its own.
    record SecondSeat(Path folder) implements Note {}

    /// A file was not readable and was moved aside; it is rebuilt from the platform.
    record Rebuilt(Path movedTo) implements Note {}

    /// The outbox's file was not readable and was moved aside; `saved` of its commands could be read.
    record OutboxRescued(Path movedTo, int saved) implements Note {}

    /// A console that is gone left commands in another seat's folder; they are sent from here.
    record Adopted(int commands) implements Note {}
}
