package org.yiping.conform;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.yiping.conform.Commands.Reported;
import org.yiping.conform.Report.Missing;
import org.yiping.conform.Report.Wrong;
import org.yiping.server.Ear;
import tools.jackson.databind.JsonNode;

/// The stream: greeting, deltas that fit together, heartbeat, resuming, and the way back to the snapshot.
final class Streams {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long NO_SUCH_REVISION = 900_000_000_000L;

    private final Visitor visitor;
    private final Commands commands;

    Streams(Visitor visitor, Commands commands) {
        this.visitor = visitor;
        this.commands = commands;
    }

    void check(Report report) throws InterruptedException {
        report.check("the stream without a token", this::stranger);
        report.check("the stream says hello first", () -> {
            try (Ear ear = listen(revision(), "", PATIENCE)) {
                held(ear.await(_ -> true), "hello");
            }
        });
        report.check("deltas fit together and name their command", () -> fitting(""));
        report.check("the stream keeps to its topics", () -> fitting("case"));
        report.check("the stream resumes from a revision", this::resumed);
        report.check("the stream beats", this::heartbeat);
        report.check("an unknown revision is sent back to the snapshot", this::sentBack);
    }

    private Ear listen(long after, String topics, Duration patience) throws Missing {
        if (visitor.signed().isEmpty()) {
            throw new Missing("needs an account: --user, --password-file, --post");
        }
        return Ear.to(
                visitor.http,
                address(after, topics),
                visitor.signed().getFirst().token(),
                patience);
    }

    private URI address(long after, String topics) {
        String http = visitor.server + "/api/v1/stream?after=" + after + "&topics=" + topics;
        return URI.create(http.replaceFirst("^http", "ws"));
    }

    private long revision() throws Missing, Wrong, IOException, InterruptedException {
        return visitor.get("/api/v1/cases?limit=1")
                .offered()
                .is(200)
                .json()
                .path("revision")
                .asLong();
    }

    private JsonNode held(JsonNode frame, String type) throws Wrong {
        List<String> faults = visitor.contract.frameFaults(frame);
        if (!frame.path("type").asString("").equals(type) || !faults.isEmpty()) {
            throw new Wrong("expected a frame " + type + ", got " + frame + " " + faults);
        }
        return frame;
    }

    private void stranger() throws Wrong {
        try (Ear ear = Ear.to(visitor.http, address(0, ""), "nonsense", PATIENCE)) {
            throw new Wrong("expected status 401, got a stream that says " + ear.await(_ -> true));
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof WebSocketHandshakeException refused)
                    || refused.getResponse().statusCode() != 401) {
                throw new Wrong("expected status 401, got " + e.getCause());
            }
        }
    }

    /// Each delta starts where the one before ended, and the change a command made carries its id.
    private void fitting(String topics) throws Wrong, Missing, IOException, InterruptedException {
        long last = revision();
        try (Ear ear = listen(last, topics, PATIENCE)) {
            ear.await("hello");
            Reported reported = commands.report();
            ear.await(f -> has(f, reported));
            for (JsonNode frame : ear.heard()) {
                if (frame.path("type").asString("").equals("delta")) {
                    held(frame, "delta");
                    if (frame.path("after").asLong() != last) {
                        throw new Wrong("expected a delta after " + last + ", got " + frame);
                    }
                    last = frame.path("upto").asLong();
                    for (JsonNode change : frame.path("changes")) {
                        if (is(change, reported)
                                && !change.path("commandId").asString("").equals(reported.key())) {
                            throw new Wrong("expected the command's id " + reported.key() + " in " + change);
                        }
                        if (!topics.isEmpty()
                                && !change.path("kind").asString("").equals(topics)) {
                            throw new Wrong("expected changes of " + topics + " only, got " + change);
                        }
                    }
                } else if (visitor.contract.knowsFrame(frame)) { // clients ignore what they do not know
                    held(frame, frame.path("type").asString());
                }
            }
        }
    }

    private static boolean has(JsonNode frame, Reported reported) {
        return frame.path("changes").valueStream().anyMatch(c -> is(c, reported));
    }

    private static boolean is(JsonNode change, Reported reported) {
        return change.path("kind").asString("").equals("case")
                && change.path("id").asString("").equals(reported.caseId());
    }

    private void resumed() throws Wrong, Missing, IOException, InterruptedException {
        long before = revision();
        Reported reported = commands.report();
        try (Ear ear = listen(before, "", PATIENCE)) {
            JsonNode first = ear.await("delta");
            if (held(first, "delta").path("after").asLong() != before) {
                throw new Wrong("expected a delta after " + before + ", got " + first);
            }
            if (!has(first, reported)) {
                ear.await(f -> has(f, reported));
            }
        }
    }

    private void heartbeat() throws Wrong, Missing, IOException, InterruptedException {
        long seconds;
        try (Ear ear = listen(revision(), "nothing-of-that-name", PATIENCE)) {
            seconds = ear.await("hello").path("heartbeatSeconds").asLong();
        }
        long told = revision();
        try (Ear ear = listen(told, "nothing-of-that-name", Duration.ofSeconds(2 * seconds + 5))) {
            JsonNode beat = held(ear.await("heartbeat"), "heartbeat");
            for (JsonNode frame : ear.heard()) {
                if (frame.path("type").asString("").equals("delta")) {
                    told = frame.path("upto").asLong();
                }
            }
            if (beat.path("rev").asLong() != told) {
                throw new Wrong("expected the revision this listener was told last, " + told + ", got " + beat);
            }
        }
    }

    private void sentBack() throws Wrong, Missing {
        try (Ear ear = listen(NO_SUCH_REVISION, "", PATIENCE)) {
            held(ear.await(f -> !f.path("type").asString("").equals("hello")), "resync");
            held(ear.await(_ -> true), "bye");
        }
    }
}
