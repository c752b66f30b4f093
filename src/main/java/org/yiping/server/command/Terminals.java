package org.yiping.server.command;

import org.yiping.domain.identity.DepartmentId;

/// Which departments' terminals are on the line. Any thread.
@FunctionalInterface
public interface Terminals {
    /// Whether a terminal of this department has been sent the stream up to the revision.
    boolean have(DepartmentId department, long revision);
}
