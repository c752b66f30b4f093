package org.yiping.domain.assessment;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PostCode;

/// A step of an assessment: from which stages it may be taken, where it leads (absent: it stays), and by which posts.
/// Immutable; any thread.
@SuppressWarnings("ImmutableEnumChecker") // sets of constants, made by Set.of
public enum Move {
    SUBMIT(Set.of(Stage.DRAFT), Stage.REVIEW, "supervisor", "leader"),
    OPEN_APPEALS(Set.of(Stage.REVIEW), Stage.APPEAL, "supervisor", "leader"),
    /// By the assessed alone, see `Assessment.mayAppeal`.
    APPEAL(Set.of(Stage.APPEAL), null, "department", "supervisor", "leader"),
    DECIDE(Set.of(Stage.APPEAL, Stage.CORRECTION), null, "supervisor", "leader"),
    CLOSE_APPEALS(Set.of(Stage.APPEAL), Stage.CORRECTION, "supervisor", "leader"),
    /// Not by who ran it.
    SIGN(Set.of(Stage.CORRECTION), Stage.SIGNED, "leader"),
    PUBLISH(Set.of(Stage.SIGNED), Stage.PUBLISHED, "supervisor", "leader"),
    WITHDRAW(
            Set.of(Stage.DRAFT, Stage.REVIEW, Stage.APPEAL, Stage.CORRECTION, Stage.SIGNED),
            Stage.WITHDRAWN,
            "supervisor",
            "leader");

    private final Set<Stage> from;
    private final @Nullable Stage to;
    private final Set<String> posts;

    Move(Set<Stage> from, @Nullable Stage to, String... posts) {
        this.from = from;
        this.to = to;
        this.posts = Set.of(posts);
    }

    public boolean isPossible(Stage stage) {
        return from.contains(stage);
    }

    public boolean isOf(PostCode post) {
        return posts.contains(post.value());
    }

    /// Where it leads; the same stage where it leads nowhere else.
    Stage after(Stage stage) {
        return to == null ? stage : to;
    }
}
