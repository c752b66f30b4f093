package org.yiping.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yiping.domain.command.Command;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// Cases as callers bring them in, and what the platform wrote down about them. One thread.
final class Reports {
    private final HttpClient http;
    private final String url;
    private final Account account;
    private Platform acceptor;
    private final CaseLoad load;

    Reports(HttpClient http, String url, List<Account> accounts, long seed) throws Exception {
        this.http = http;
        this.url = url;
        account = Account.of(accounts, "acceptor");
        acceptor = signIn();
        load = CaseLoad.of(acceptor, seed);
    }

    private Platform signIn() throws IOException, InterruptedException {
        return Platform.signIn(http, url, account.user(), account.password(), "acceptor");
    }

    void report(int from, int count) throws IOException, InterruptedException {
        for (int i = from; i < from + count; i++) {
            Command command = load.command(CaseLoad.Step.REGISTER, i);
            HttpResponse<String> answer = send(command);
            if (answer.statusCode() == 401) {
                acceptor = signIn(); // a long run outlives its token
                answer = send(command);
            }
            if (answer.statusCode() != 200) {
                throw new IOException("not registered: " + answer.body());
            }
        }
    }

    private HttpResponse<String> send(Command command) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1/commands"))
                        .header("Authorization", "Bearer " + acceptor.token())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", command.head().id().value())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                Json.mapper().writeValueAsBytes(CommandCodec.encode(command))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// A place by its code.
    String cell() throws IOException, InterruptedException {
        return acceptor.get("/cells")
                .path("items")
                .valueStream()
                .map(cell -> cell.path("code").asString())
                .findFirst()
                .orElseThrow(() -> new IOException("the city has no cells"));
    }

    /// Whether a case with these words has come in, in time.
    boolean has(String words) throws Exception {
        return Hall.await(() -> acceptor.get("/cases?limit=1000").toString().contains(words), 10);
    }

    /// Whether each of them was passed on, filed and dispatched, with the criterion and the department in force.
    boolean recorded(int from, int count) throws IOException, InterruptedException {
        boolean all = true;
        for (int i = from; i < from + count; i++) {
            String id = Objects.requireNonNull(
                            load.command(CaseLoad.Step.PASS, i).about())
                    .value();
            List<String> steps = new ArrayList<>();
            for (JsonNode record : acceptor.get("/cases/" + id + "/records").path("items")) {
                steps.add(record.path("step").path("action").asString());
            }
            JsonNode value = acceptor.get("/cases/" + id);
            boolean whole = steps.containsAll(List.of("register", "pass", "file", "dispatch"))
                    && !value.path("subject").path("criterion").isMissingNode()
                    && !value.path("progress").path("department").isMissingNode();
            System.out.println("recorded of " + id + ": " + steps + (whole ? "" : " – incomplete"));
            all &= whole;
        }
        return all;
    }
}
