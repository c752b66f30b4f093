package org.yiping.server.access;

import java.util.List;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

/// Somebody signed in, with their rights as they are now. Immutable; any thread.
public record Principal(String session, Actor actor, Person person) {
    /// The platform's own hand, for what the calendar does by itself: nobody can sign in as it.
    public static final Principal TIMER = new Principal(
            "",
            new Actor(new PersonId("platform"), new PostCode("timer"), new SeatId("server")),
            new Person(new PersonId("platform"), "", List.of(new PostCode("timer")), List.of(), null));

    public PostCode post() {
        return actor.post();
    }
}
