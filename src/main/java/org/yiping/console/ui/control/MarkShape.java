package org.yiping.console.ui.control;

/// The figure of a case mark says what kind it is: 事件, 部件, 服务事项, or an alarm that is no case yet. Any thread.
public enum MarkShape {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE
}
