package org.yiping.domain.report;

import org.yiping.domain.Id;

/// A report somebody asked for, as the asker calls it: asked for twice under one name it is made once.
public record ReportId(String value) implements Id {
    public ReportId {
        Id.check(value);
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("a report is named in letters, digits, points and hyphens: " + value);
        }
    }
}
