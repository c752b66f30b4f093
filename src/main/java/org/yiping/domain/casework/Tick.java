package org.yiping.domain.casework;

import java.time.Instant;
import org.yiping.domain.identity.PersonId;

/// A step of the class's procedure that somebody has done and said so (步骤勾选). Immutable; any thread.
public record Tick(String step, PersonId by, Instant at) {}
