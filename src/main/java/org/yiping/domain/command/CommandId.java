package org.yiping.domain.command;

import org.yiping.domain.Id;

/// The id of a command and its idempotency key: the same key is applied once, however often it is sent.
public record CommandId(String value) implements Id {
    public CommandId {
        Id.check(value);
    }
}
