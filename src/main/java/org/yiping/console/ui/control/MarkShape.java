package org.yiping.console.ui.control;

/// The figure of a case mark says what kind it is. Any thread.
public enum MarkShape {
    /// 事件.
    CIRCLE("control.shape.circle"),
    /// 部件.
    SQUARE("control.shape.square"),
    /// 服务事项.
    DIAMOND("control.shape.diamond"),
    /// An alarm that is no case yet.
    TRIANGLE("control.shape.triangle");

    private final String key;

    MarkShape(String key) {
        this.key = key;
    }

    /// Message key of its name.
    public String key() {
        return key;
    }
}
