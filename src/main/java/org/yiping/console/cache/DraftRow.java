package org.yiping.console.cache;

import java.time.Instant;
import org.yiping.domain.casework.CaseId;

/// What was half written about a case: `part` says where, an empty text that it is gone. Immutable; any thread.
public record DraftRow(CaseId about, String part, String text, Instant at) {}
