package org.yiping.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// Reads the server's journal as its administrator and compares it with what the others say they did and saw.
final class Books {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;
    private long revision;
    private final Set<Long> revisions = new HashSet<>();
    private final Set<String> commandIds = new HashSet<>();
    private long cases;

    Books(String url, Accounts.Account administrator) throws IOException, InterruptedException {
        this.url = url;
        String body = Json.mapper()
                .writeValueAsString(Map.of(
                        "user",
                        administrator.user(),
                        "password",
                        administrator.password(),
                        "post",
                        administrator.post(),
                        "seat",
                        "demo"));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1/sessions"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        token = Json.mapper().readTree(answer.body()).path("token").asString("");
    }

    interface Patience {
        boolean settled(BooleanSupplier condition, Duration patience);
    }

    /// Accepted commands that the journal does not hold, plus revisions that a console does not have after a while.
    /// `answers` is what the simulator was answered: a command and a revision a line.
    long missing(Path answers, List<Child> consoles, Path folder, Patience patience)
            throws IOException, InterruptedException {
        read();
        long lost = 0;
        for (String line : Files.readAllLines(answers)) {
            int comma = line.lastIndexOf(',');
            // a command that found nothing to change is answered with the revision of who changed it
            if (!commandIds.contains(line.substring(0, comma))
                    && !revisions.contains(Long.parseLong(line.substring(comma + 1)))) {
                lost++;
            }
        }
        for (Child console : consoles) {
            Path revisionFile = folder.resolve(console.name()).resolve("shots").resolve("revision");
            boolean caughtUp = patience.settled(() -> seen(revisionFile) >= revision, Duration.ofSeconds(20));
            lost += caughtUp ? 0 : Math.max(1, revision - seen(revisionFile));
        }
        return lost;
    }

    /// Consoles write the last revision they have durably applied beside their pictures.
    private static long seen(Path file) {
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException | NumberFormatException e) {
            return 0; // being written; asked again
        }
    }

    private void read() throws IOException, InterruptedException {
        Set<String> caseIds = new HashSet<>();
        String after = "0";
        while (true) {
            JsonNode page = get("/journal?limit=1000&after=" + after);
            for (JsonNode entry : page.path("items")) {
                revision = Math.max(revision, entry.path("revision").asLong());
                revisions.add(entry.path("revision").asLong());
                if (entry.path("kind").asString("").equals("case")) {
                    caseIds.add(entry.path("id").asString());
                }
                String command = entry.path("commandId").asString("");
                if (!command.isEmpty()) {
                    commandIds.add(command);
                }
            }
            JsonNode next = page.path("next");
            if (next.isMissingNode() || next.isNull()) {
                break;
            }
            after = next.asString();
        }
        cases = caseIds.size();
    }

    long cases() {
        return cases;
    }

    /// Distinct commands the journal holds.
    long commands() {
        return commandIds.size();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the server's books do not open: " + answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readTree(answer.body());
    }
}
