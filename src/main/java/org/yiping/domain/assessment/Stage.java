package org.yiping.domain.assessment;

/// How far an assessment is. Only a published one counts; one that was replaced by a later edition or
/// withdrawn stays to be read. Immutable; any thread.
public enum Stage {
    /// Counted, seen by those who run it (草案).
    DRAFT,
    /// Looked through (复核).
    REVIEW,
    /// Shown to those assessed, who may object (公示、申诉).
    APPEAL,
    /// Appeals are decided and the scores follow (更正).
    CORRECTION,
    SIGNED,
    PUBLISHED,
    REPLACED,
    WITHDRAWN;

    /// Whether it is on its way, so that no other edition may be.
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, REVIEW, APPEAL, CORRECTION, SIGNED -> true;
            case PUBLISHED, REPLACED, WITHDRAWN -> false;
        };
    }

    /// Whether those assessed see it.
    public boolean isShown() {
        return switch (this) {
            case DRAFT, REVIEW, WITHDRAWN -> false;
            case APPEAL, CORRECTION, SIGNED, PUBLISHED, REPLACED -> true;
        };
    }
}
