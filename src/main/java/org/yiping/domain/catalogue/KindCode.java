package org.yiping.domain.catalogue;

import org.yiping.domain.Id;

/// Kind of a case, an open code: `component` 部件, `event` 事件, `service` 服务事项.
public record KindCode(String value) implements Id {
    public KindCode {
        Id.check(value);
    }
}
