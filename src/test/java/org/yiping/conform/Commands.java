package org.yiping.conform;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yiping.conform.Report.Missing;
import org.yiping.conform.Report.Wrong;
import org.yiping.conform.Visitor.Signed;
import org.yiping.server.Photos;
import tools.jackson.databind.JsonNode;

/// What can be done: a case is reported, its key asked again, and what comes too late is refused. Everything written is
/// marked as simulated.
final class Commands {
    private final Visitor visitor;
    private final boolean readOnly;

    Commands(Visitor visitor, boolean readOnly) {
        this.visitor = visitor;
        this.readOnly = readOnly;
    }

    /// A case that was reported, and the command that did it.
    record Reported(String caseId, String key, long revision) {}

    void check(Report report) throws InterruptedException {
        report.check("a photo is taken and given back", this::photo);
        report.check("a reported case is there", () -> {
            Reported reported = report();
            visitor.get("/api/v1/cases/" + reported.caseId()).is(200).holds("Case");
        });
        report.check("a repeated key gets the same answer", this::repeated);
        report.check("an expired command is refused", this::expired);
        report.check("an outdated command gets the row as it is", this::outdated);
    }

    /// Reports a case with a photo; every call is another case.
    Reported report() throws Wrong, Missing, IOException, InterruptedException {
        Author author = author();
        String id = id();
        Answer answer = visitor.command(author.who(), id, author.wish(id, photo()))
                .offered()
                .is(200)
                .holds("CommandAnswer");
        return new Reported(id, id, answer.json().path("revision").asLong());
    }

    private static String id() {
        return "conform-" + UUID.randomUUID();
    }

    private void repeated() throws Wrong, Missing, IOException, InterruptedException {
        Author author = author();
        String id = id();
        Map<String, Object> wish = author.wish(id, "");
        String first = visitor.command(author.who(), id, wish).is(200).text();
        String second = visitor.command(author.who(), id, wish).is(200).text();
        if (!first.equals(second)) {
            throw new Wrong("expected " + first + " again, got " + second);
        }
    }

    private void expired() throws Wrong, Missing, IOException, InterruptedException {
        Author author = author();
        String id = id();
        Map<String, Object> wish = author.wish(id, "");
        wish.put("expiresAt", "2000-01-01T00:00:00Z");
        visitor.command(author.who(), id, wish).refuses(410);
        visitor.get("/api/v1/cases/" + id).refuses(404);
    }

    /// Any action an account has on a new case will do, because it must not be carried out.
    private void outdated() throws Wrong, Missing, IOException, InterruptedException {
        Reported reported = report();
        for (Signed who : visitor.signed()) {
            Answer actions = visitor.as(who, visitor.request("/api/v1/cases/" + reported.caseId() + "/actions"));
            for (JsonNode action : actions.status() == 200 ? actions.json().path("items") : List.<JsonNode>of()) {
                if (action.path("allowed").asBoolean()
                        && action.at("/transition/permission/needs").isEmpty()) {
                    Map<String, Object> wish = new LinkedHashMap<>();
                    wish.put("type", "actOnCase");
                    wish.put("target", reported.caseId());
                    wish.put("basedOn", 1);
                    wish.put(
                            "payload",
                            Map.of("action", action.path("action").asString(), "fields", Map.of("photos", List.of())));
                    Answer answer = visitor.command(who, id(), wish).refuses(409);
                    if (!answer.json().at("/current/id").asString("").equals(reported.caseId())) {
                        throw new Wrong("expected the case as `current`, got " + answer.text());
                    }
                    return;
                }
            }
        }
        throw new Missing("no account given has an action without further needs on a new case");
    }

    private String photo() throws Wrong, Missing, IOException, InterruptedException {
        writable();
        byte[] photo = Photos.jpeg((int) (System.nanoTime() & 0x7f));
        String sha = Photos.sha(photo);
        Answer kept = visitor.anyone(visitor.request("/api/v1/files")
                        .header("Content-Type", "image/jpeg")
                        .header("X-Content-SHA256", sha)
                        .POST(BodyPublishers.ofByteArray(photo)))
                .offered()
                .is(200)
                .holds("FileAnswer");
        String id = kept.json().path("fileId").asString();
        Answer back = visitor.get("/api/v1/files/" + id).is(200).typed("image/jpeg");
        if (!java.util.Arrays.equals(back.response().body(), photo)) {
            throw new Wrong("expected the photo as it was sent");
        }
        return id;
    }

    private void writable() throws Missing {
        if (readOnly) {
            throw new Missing("not looked at: --read-only");
        }
    }

    /// Who may report, and what he would write, all of it from the platform's own rules.
    private record Author(Signed who, String action, String kind, String classCode, JsonNode position) {
        Map<String, Object> wish(String id, String photo) {
            Map<String, Object> intake = Map.of(
                    "subject",
                    Map.of(
                            "kind",
                            kind,
                            "classCode",
                            classCode,
                            "severity",
                            "ORDINARY",
                            "description",
                            "模拟 conform check"),
                    "place",
                    Map.of("position", position, "address", "conform"),
                    "source",
                    "collector",
                    "simulated",
                    true);
            Map<String, Object> wish = new LinkedHashMap<>();
            wish.put("type", "reportCase");
            wish.put("target", id);
            wish.put("basedOn", 0);
            wish.put(
                    "payload",
                    Map.of("action", action, "intake", intake, "photos", photo.isEmpty() ? List.of() : List.of(photo)));
            return wish;
        }
    }

    private Author author() throws Wrong, Missing, IOException, InterruptedException {
        writable();
        JsonNode rules = visitor.get("/api/v1/city").offered().is(200).json().path("rules");
        JsonNode one = rules.path("classes")
                .valueStream()
                .filter(c -> c.path("kind").asString("").equals("event"))
                .findFirst()
                .orElseThrow(() -> new Missing("the catalogue has no event class to report"));
        for (JsonNode transition : rules.path("transitions")) {
            List<String> posts = transition
                    .at("/permission/posts")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            for (Signed who : visitor.signed()) {
                if (transition.path("from").isEmpty()
                        && posts.contains(who.account().post())) {
                    return new Author(
                            who,
                            transition.path("action").asString(),
                            one.path("kind").asString(),
                            one.path("code").asString(),
                            place());
                }
            }
        }
        throw new Missing("no account given has a post that may report");
    }

    /// A camera stands inside the city; so does the centre of a cell.
    private JsonNode place() throws Wrong, Missing, IOException, InterruptedException {
        JsonNode camera = visitor.get("/api/v1/cameras?limit=1").is(200).json().at("/items/0/position");
        JsonNode place = camera.isMissingNode()
                ? visitor.get("/api/v1/cells").is(200).json().at("/items/0/centre")
                : camera;
        if (place.isMissingNode()) {
            throw new Missing("neither a camera nor a cell says where the city is");
        }
        return place;
    }
}
