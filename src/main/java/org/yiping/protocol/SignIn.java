package org.yiping.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sign-in: `POST /api/v1/sessions` and `POST /api/v1/sessions/refresh`.
public final class SignIn {
    private SignIn() {}

    public record Request(String user, String password, String post, String seat) {}

    public record Refresh(String refreshToken) {}

    /// Tokens are opaque and short-lived; `expiresAt` is that of `token`. `platform` names the journal behind the
    /// address, so that a console knows it again under another one; platforms that do not name theirs leave it out.
    public record Answer(
            String token,
            String refreshToken,
            Instant expiresAt,
            Me me,
            @Nullable String platform) {}

    /// Who this token is. `commands` are the types the post may send at all, by the platform's table of rights;
    /// platforms that do not tell leave them out.
    public record Me(
            String person,
            String name,
            String post,
            String seat,
            List<String> posts,
            List<String> areas,
            @Nullable List<String> commands) {
        public Me {
            posts = List.copyOf(posts);
            areas = List.copyOf(areas);
            commands = commands == null ? null : List.copyOf(commands);
        }
    }
}
