package org.yiping.domain.identity;

import org.yiping.domain.Id;

/// A person who works here.
public record PersonId(String value) implements Id {
    public PersonId {
        Id.check(value);
    }
}
