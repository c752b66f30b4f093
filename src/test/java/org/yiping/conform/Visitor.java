package org.yiping.conform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiping.conform.Report.Missing;
import org.yiping.conform.Report.Wrong;
import org.yiping.protocol.Json;
import org.yiping.protocol.SignIn;

/// Somebody at the platform's door with the accounts he was given: each request goes out as the first account that is
/// not refused for its post. One thread.
final class Visitor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Contract contract;
    final URI server;
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Signed> signed = new ArrayList<>();

    /// An account that is signed in.
    record Signed(Account account, String token) {}

    Visitor(Contract contract, URI server) {
        this.contract = contract;
        this.server = server;
    }

    List<Signed> signed() {
        return List.copyOf(signed);
    }

    Answer signIn(Account account) throws IOException, InterruptedException {
        return stranger(json(
                "POST",
                "/api/v1/sessions",
                new SignIn.Request(account.user(), account.password(), account.post(), "conform")));
    }

    void enter(Account account) throws Wrong, IOException, InterruptedException {
        Answer answer = signIn(account).is(200).holds("SignInAnswer");
        signed.add(new Signed(account, answer.json().path("token").asString()));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    }

    HttpRequest.Builder json(String method, String path, Object body) {
        String text = body instanceof String s ? s : Json.mapper().writeValueAsString(body);
        return request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(text));
    }

    /// Without a token.
    Answer stranger(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(contract, http.send(request.build(), BodyHandlers.ofByteArray()));
    }

    Answer as(Signed who, HttpRequest.Builder request) throws IOException, InterruptedException {
        return stranger(request.setHeader("Authorization", "Bearer " + who.token()));
    }

    /// As the first account whose post may.
    Answer anyone(HttpRequest.Builder request) throws Missing, IOException, InterruptedException {
        if (signed.isEmpty()) {
            throw new Missing("needs an account: --user, --password-file, --post");
        }
        Answer answer = as(signed.getFirst(), request);
        for (int i = 1; i < signed.size() && answer.status() == 403; i++) {
            answer = as(signed.get(i), request);
        }
        return answer;
    }

    Answer get(String path) throws Missing, IOException, InterruptedException {
        return anyone(request(path).GET());
    }

    /// A command as this account; `fields` are those of a CommandRequest.
    Answer command(Signed who, String key, Map<String, Object> fields) throws IOException, InterruptedException {
        return as(who, json("POST", "/api/v1/commands", fields).header("Idempotency-Key", key));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
