package org.yiping.server.access;

import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PostCode;

/// Somebody signed in, with their rights as they are now. Immutable; any thread.
public record Principal(String session, Actor actor, Person person) {
    public PostCode post() {
        return actor.post();
    }
}
