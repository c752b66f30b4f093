package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.DepartmentId;

/// A department gave a case back and that was accepted (退件): who, as what kind, when. Cases that bounce too often go
/// to the docket (推诿). Immutable; any thread.
public record Bounce(DepartmentId department, @Nullable String kind, Instant at) {}
