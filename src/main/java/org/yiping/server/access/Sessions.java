package org.yiping.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.SignIn;
import org.yiping.server.data.Accounts;
import org.yiping.server.data.SessionTable;

/// Signing in and the sessions that come of it. Any thread.
///
/// Tokens are random and opaque; only their hashes are kept. A token lives 15 minutes, its refresh token 12 hours and
/// one use. Rights are looked up at every request, never carried in a token, so that a change counts at once.
public final class Sessions {
    static final int TRIES = 5;
    static final Duration LOCK = Duration.ofMinutes(5);
    static final Duration TOKEN = Duration.ofMinutes(15);
    static final Duration REFRESH = Duration.ofHours(12);

    private final Accounts accounts;
    private final SessionTable table;
    private final Roster roster;
    private final Access access = Access.shipped();
    private final Passwords passwords;
    private final InstantSource clock;
    private final @Nullable String platform;
    private final Map<String, SessionTable.Stored> byToken = new ConcurrentHashMap<>();
    private final Map<String, SessionTable.Stored> byRefresh = new ConcurrentHashMap<>();
    private final Map<String, SessionTable.Stored> byId = new ConcurrentHashMap<>();
    /// Checked for unknown names, so that a guess at a name takes as long as a guess at a password.
    private volatile String decoy = "";

    /// `platform` is the name of the journal behind all addresses, where there is one yet.
    public Sessions(
            Accounts accounts,
            SessionTable table,
            Roster roster,
            Passwords passwords,
            InstantSource clock,
            @Nullable String platform) {
        this.platform = platform;
        this.accounts = accounts;
        this.table = table;
        this.roster = roster;
        this.passwords = passwords;
        this.clock = clock;
        table.living(clock.instant()).forEach(this::hold);
    }

    /// What a sign-in comes to.
    public sealed interface Outcome {
        record Welcome(SignIn.Answer answer) implements Outcome {}

        /// Name or password is wrong; which of them is not said.
        record Wrong() implements Outcome {}

        /// The password is right, the post is not this person's.
        record WrongPost() implements Outcome {}

        record Locked(Instant until) implements Outcome {}
    }

    public Outcome signIn(SignIn.Request request) {
        Optional<Accounts.Account> found = accounts.find(request.user());
        Instant now = clock.instant();
        if (found.isEmpty()) {
            if (decoy.isEmpty()) {
                decoy = passwords.hash(passwords.draw());
            }
            passwords.matches(request.password(), decoy);
            return new Outcome.Wrong();
        }
        Accounts.Account account = found.get();
        if (account.lockedUntil().isAfter(now)) {
            return new Outcome.Locked(account.lockedUntil());
        }
        if (!passwords.matches(request.password(), account.secret())) {
            if (accounts.fail(account.name()) >= TRIES) {
                accounts.lock(account.name(), now.plus(LOCK));
            }
            return new Outcome.Wrong();
        }
        if (account.failures() > 0) {
            accounts.clear(account.name());
        }
        if (passwords.isDrawn(account.secret())) {
            accounts.change(account.name(), passwords.hash(request.password()));
        }
        return welcome(account, request, now);
    }

    private Outcome welcome(Accounts.Account account, SignIn.Request request, Instant now) {
        Optional<Person> person = roster.person(new PersonId(account.person()));
        PostCode post = new PostCode(request.post());
        if (person.isEmpty() || !person.get().posts().contains(post)) {
            return new Outcome.WrongPost();
        }
        Actor actor = new Actor(person.get().id(), post, new SeatId(request.seat()));
        return new Outcome.Welcome(issue(passwords.secret(12), actor, person.get(), now));
    }

    private SignIn.Answer issue(String id, Actor actor, Person person, Instant now) {
        byId.values().stream()
                .filter(s -> !s.refresh().until().isAfter(now))
                .toList()
                .forEach(this::drop);
        String token = passwords.secret(32);
        String refresh = passwords.secret(32);
        SessionTable.Stored stored = new SessionTable.Stored(
                id,
                actor.person().value(),
                actor.post().value(),
                actor.seat().value(),
                new SessionTable.Ticket(Passwords.sha256(token), now.plus(TOKEN)),
                new SessionTable.Ticket(Passwords.sha256(refresh), now.plus(REFRESH)));
        table.put(stored);
        hold(stored);
        return new SignIn.Answer(token, refresh, stored.token().until(), me(actor, person), platform);
    }

    public SignIn.Me me(Actor actor, Person person) {
        return new SignIn.Me(
                person.id().value(),
                person.name(),
                actor.post().value(),
                actor.seat().value(),
                person.posts().stream().map(PostCode::value).toList(),
                person.areas().stream().map(AreaCode::value).toList(),
                access.commands(actor.post()));
    }

    /// New tokens for the same session; the old ones end.
    public Optional<SignIn.Answer> refresh(String refreshToken) {
        SessionTable.Stored stored = byRefresh.remove(Passwords.sha256(refreshToken));
        Instant now = clock.instant();
        if (stored == null || !stored.refresh().until().isAfter(now)) {
            return Optional.empty();
        }
        byToken.remove(stored.token().hash());
        return principal(stored).map(p -> issue(stored.id(), p.actor(), p.person(), now));
    }

    public void signOut(Principal principal) {
        SessionTable.Stored stored = byId.get(principal.session());
        if (stored != null) {
            drop(stored);
        }
        table.remove(principal.session());
    }

    /// Who sits in this session now; empty once it was ended, is too old, or the person has lost the post.
    public Optional<Principal> current(String session) {
        SessionTable.Stored stored = byId.get(session);
        return stored == null || !stored.refresh().until().isAfter(clock.instant())
                ? Optional.empty()
                : principal(stored);
    }

    /// Who this token is now; empty if it is unknown, too old, or the person has lost the post.
    public Optional<Principal> find(String token) {
        SessionTable.Stored stored = byToken.get(Passwords.sha256(token));
        if (stored == null) {
            return Optional.empty();
        }
        if (!stored.token().until().isAfter(clock.instant())) {
            byToken.remove(stored.token().hash());
            return Optional.empty();
        }
        return principal(stored);
    }

    private Optional<Principal> principal(SessionTable.Stored s) {
        PostCode post = new PostCode(s.post());
        return roster.person(new PersonId(s.person()))
                .filter(p -> p.posts().contains(post))
                .map(p -> new Principal(s.id(), new Actor(p.id(), post, new SeatId(s.seat())), p));
    }

    private void hold(SessionTable.Stored stored) {
        byId.put(stored.id(), stored);
        byToken.put(stored.token().hash(), stored);
        byRefresh.put(stored.refresh().hash(), stored);
    }

    private void drop(SessionTable.Stored stored) {
        byToken.remove(stored.token().hash());
        byRefresh.remove(stored.refresh().hash());
        byId.remove(stored.id());
    }
}
