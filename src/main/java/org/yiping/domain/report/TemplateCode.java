package org.yiping.domain.report;

import org.yiping.domain.Id;

/// A template of reports, named as its file is: `daily` lies in `reports/daily.yaml`.
public record TemplateCode(String value) implements Id {
    public TemplateCode {
        Id.check(value);
        if (!value.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "a template is named in small letters, digits and hyphens, at most 40: " + value);
        }
    }
}
