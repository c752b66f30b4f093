package org.yiping.domain.catalogue;

/// A filing criterion (立案条件) with its one limit and closing condition (domain.md 5.1).
///
/// `placeholder` marks a criterion whose condition the city still has to write: it is shown as such, never invented.
/// Immutable; any thread.
public record Criterion(CriterionId id, String condition, Limit limit, String closing, boolean placeholder) {}
