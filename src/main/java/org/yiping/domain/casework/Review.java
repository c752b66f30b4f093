package org.yiping.domain.casework;

import java.time.Instant;
import org.yiping.domain.identity.Actor;

/// A supervisor's verdict (评议) on a case: a fact beside the case, it changes nothing of it. `verdict` is an open code:
/// sound, doubtful, wrong. Immutable; any thread.
public record Review(RecordId id, CaseId caseId, Instant at, Actor actor, String verdict, String note) {}
