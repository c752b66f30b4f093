package org.yiping.server.command;

import org.yiping.domain.hotline.PhoneCall;
import org.yiping.domain.identity.Actor;

/// Where the hotline's switch is heard: what it says is on disk when it is answered, and may be said again. Any thread.
public record Switchboard(CommandDesk desk) {
    /// `line` is the switch by the name of its key.
    public Answer hear(PhoneCall.News news, Actor line) {
        return desk.submit((batch, now) -> CallClerk.hear(batch, news, line, now));
    }
}
