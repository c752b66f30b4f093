package org.yiping.domain.area;

import org.yiping.domain.Id;

/// Code of an area; a child's code starts with its parent's (domain.md 3.4: 6 + 3 + 3 + 2 digits, other lengths
/// allowed).
public record AreaCode(String value) implements Id {
    public AreaCode {
        Id.check(value);
    }
}
