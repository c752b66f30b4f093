package org.yiping.domain.identity;

import org.yiping.domain.Id;

/// A post (岗位), an open code: acceptor, duty-leader, dispatcher, collector, department, supervisor, administrator …
/// (domain.md 2.2).
public record PostCode(String value) implements Id {
    public PostCode {
        Id.check(value);
    }
}
