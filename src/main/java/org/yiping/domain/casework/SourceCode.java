package org.yiping.domain.casework;

import org.yiping.domain.Id;

/// Where a case came from (来源), an open code: collector, hotline, video, alarm, app, upper, media (domain.md 2.10).
public record SourceCode(String value) implements Id {
    public SourceCode {
        Id.check(value);
    }
}
