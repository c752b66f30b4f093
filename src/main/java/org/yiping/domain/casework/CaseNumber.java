package org.yiping.domain.casework;

import org.yiping.domain.Id;

/// The number people speak of (案件号); its pattern is the city's configuration (domain.md 3.5).
public record CaseNumber(String value) implements Id {
    public CaseNumber {
        Id.check(value);
    }
}
