package org.yiping.domain.catalogue;

import org.yiping.domain.Id;

/// A class of cases: kind letter and the city's own code, e.g. `E-0110` or `C-0102` (domain.md 4). No code switches on
/// it.
public record ClassCode(String value) implements Id {
    public ClassCode {
        Id.check(value);
    }
}
