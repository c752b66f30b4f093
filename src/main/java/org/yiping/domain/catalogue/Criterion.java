package org.yiping.domain.catalogue;

import org.jspecify.annotations.Nullable;

/// A filing criterion (立案条件) with its one limit and closing condition (domain.md 5.1).
///
/// `placeholder` marks a criterion whose condition the city still has to write: it is shown as such, never invented.
/// `condition` and `closing` are the city's own wording; `english` says the same in English where somebody wrote it.
/// `limitText` is what the city wrote where nobody could read a limit from it.
/// Immutable; any thread.
public record Criterion(
        CriterionId id,
        String condition,
        Limit limit,
        String closing,
        boolean placeholder,
        @Nullable Wording english,
        @Nullable String limitText) {
    public Criterion(
            CriterionId id,
            String condition,
            Limit limit,
            String closing,
            boolean placeholder,
            @Nullable Wording english) {
        this(id, condition, limit, closing, placeholder, english, null);
    }

    /// Filing and closing condition in one language; blank where that language has none.
    public record Wording(String condition, String closing) {}
}
