package org.yiping.console.link;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;
import org.yiping.protocol.Problem;
import org.yiping.protocol.SignIn;
import tools.jackson.core.JacksonException;

/// The bearer token of who is signed in: signed in when first needed, refreshed before it expires, one
/// renewal at a time. A wall runs for weeks, so the credentials are kept in memory for the day the
/// refresh token is too old.
///
/// After a refusal nothing is tried again until `signIn`: a console must not lock its own user out. Any
/// thread.
final class Tokens {
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final String SESSIONS = "/api/v1/sessions";

    private final Http http;
    private final Executor workers;
    private final InstantSource serverClock;
    private SignIn.@Nullable Request credentials;
    private SignIn.@Nullable Answer current;
    private @Nullable CompletableFuture<Answer<SignIn.Answer>> underway;
    private @Nullable Problem barred;
    private Consumer<String> met = _ -> {};
    private int attempt;

    Tokens(Http http, Executor workers, InstantSource serverClock) {
        this.http = http;
        this.workers = workers;
        this.serverClock = serverClock;
    }

    /// `met` is told, on a worker and before any token is used, how the platform that let us in calls itself.
    synchronized CompletableFuture<Answer<SignIn.Answer>> signIn(SignIn.Request request, Consumer<String> met) {
        credentials = request;
        this.met = met;
        current = null;
        barred = null;
        underway = null;
        return renewal();
    }

    synchronized CompletableFuture<Answer<String>> bearer() {
        if (barred != null) {
            return CompletableFuture.completedFuture(new Answer.Refused<>(barred));
        }
        if (current != null
                && serverClock.instant().isBefore(current.expiresAt().minus(MARGIN))) {
            return CompletableFuture.completedFuture(new Answer.Ok<>(current.token()));
        }
        return renewal().thenApply(a -> a.map(SignIn.Answer::token));
    }

    /// A new token in place of one the platform did not take.
    synchronized CompletableFuture<Answer<String>> instead(String refused) {
        if (current != null && !current.token().equals(refused)) {
            return CompletableFuture.completedFuture(new Answer.Ok<>(current.token()));
        }
        return renewal().thenApply(a -> a.map(SignIn.Answer::token));
    }

    synchronized CompletableFuture<Answer<byte[]>> signOut() {
        SignIn.Answer last = current;
        credentials = null;
        current = null;
        underway = null;
        attempt++;
        return last == null
                ? CompletableFuture.completedFuture(new Answer.Ok<>(new byte[0]))
                : http.send(Call.delete(SESSIONS), last.token());
    }

    private synchronized CompletableFuture<Answer<SignIn.Answer>> renewal() {
        if (underway != null) {
            return underway;
        }
        SignIn.Request request = credentials;
        if (request == null) {
            return CompletableFuture.completedFuture(new Answer.Unreachable<>("closed"));
        }
        SignIn.Answer last = current;
        CompletableFuture<Answer<SignIn.Answer>> renewal = last == null
                ? ask(SESSIONS, request)
                : ask(SESSIONS + "/refresh", new SignIn.Refresh(last.refreshToken()))
                        .thenCompose(a -> a instanceof Answer.Refused<SignIn.Answer>
                                ? ask(SESSIONS, request)
                                : CompletableFuture.completedFuture(a));
        Consumer<String> greeted = met;
        int mine = ++attempt;
        CompletableFuture<Answer<SignIn.Answer>> known = renewal.thenCompose(a -> greet(a, greeted));
        underway = known;
        return known.whenComplete((a, _) -> keep(mine, a));
    }

    private CompletableFuture<Answer<SignIn.Answer>> greet(Answer<SignIn.Answer> answer, Consumer<String> met) {
        String platform = answer instanceof Answer.Ok<SignIn.Answer>(SignIn.Answer session) ? session.platform() : null;
        return platform == null
                ? CompletableFuture.completedFuture(answer)
                : CompletableFuture.runAsync(() -> met.accept(platform), workers)
                        .thenApply(_ -> answer);
    }

    private synchronized void keep(int renewed, @Nullable Answer<SignIn.Answer> answer) {
        if (renewed != attempt) {
            return; // somebody else signed in meanwhile
        }
        underway = null;
        if (answer instanceof Answer.Ok<SignIn.Answer>(SignIn.Answer session)) {
            current = session;
        } else if (answer instanceof Answer.Refused<SignIn.Answer>(Problem problem)) {
            current = null;
            barred = problem.status() < 500 && problem.status() != 429 ? problem : null;
        }
    }

    private CompletableFuture<Answer<SignIn.Answer>> ask(String path, Object body) {
        return http.send(Call.post(path, Json.mapper().writeValueAsBytes(body)), null)
                .thenApply(a -> a.then(bytes -> {
                    try {
                        return new Answer.Ok<>(Json.mapper().readValue(bytes, SignIn.Answer.class));
                    } catch (JacksonException _) {
                        return new Answer.Unreachable<SignIn.Answer>("garbled");
                    }
                }));
    }
}
