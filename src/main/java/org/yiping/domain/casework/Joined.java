package org.yiping.domain.casework;

/// A case that was merged into another one (并入): its number and how it came in, which the survivor keeps so that
/// every reporter is answered. Immutable; any thread.
public record Joined(CaseId caseId, CaseNumber number, Report report) {}
