package org.yiping.conform;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import org.yiping.conform.Report.Missing;
import org.yiping.conform.Report.Wrong;

/// What must be refused, with problem details.
final class Refusals {
    private static final int OVER_THE_LIMIT = (1 << 20) + 1;

    private final Visitor visitor;

    Refusals(Visitor visitor) {
        this.visitor = visitor;
    }

    void check(Report report) throws InterruptedException {
        report.check("no token", () -> unsigned(visitor.request("/api/v1/cases")));
        report.check(
                "wrong token",
                () -> unsigned(visitor.request("/api/v1/cases").header("Authorization", "Bearer nonsense")));
        report.check(
                "wrong password",
                () -> visitor.signIn(new Account("nobody-" + System.nanoTime(), "wrong", "dispatcher"))
                        .refuses(401));
        report.check("the caller's language", this::language);
        report.check("unknown route", () -> visitor.get("/api/v1/no-such-route").refuses(404));
        report.check(
                "unknown case", () -> visitor.get("/api/v1/cases/no-such-case").refuses(404));
        report.check(
                "a limit that is no number",
                () -> visitor.get("/api/v1/cases?limit=many").refuses(400));
        report.check(
                "a limit over 1,000",
                () -> visitor.get("/api/v1/cases?limit=1001").refuses(400));
        report.check("no JSON", () -> command("not json").refuses(400));
        report.check(
                "JSON cut short",
                () -> command("{\"type\":\"reportCase\",\"target\":").refuses(400));
        report.check(
                "JSON nested too deep",
                () -> command("{\"type\":\"reportCase\",\"target\":\"x\",\"payload\":{\"x\":" + "[".repeat(64)
                                + "]".repeat(64) + "}}")
                        .refuses(400));
        report.check(
                "a body over 1 MiB",
                () -> command("{\"x\":\"" + "y".repeat(OVER_THE_LIMIT) + "\"}").refuses(413));
        report.check(
                "a command without its type",
                () -> pointed(command("{\"target\":\"x\",\"payload\":{}}").refuses(400)));
        report.check(
                "an unknown command",
                () -> command("{\"type\":\"openSesame\",\"target\":\"x\",\"payload\":{\"x\":1}}")
                        .refuses(422));
        report.check(
                "a command without a key",
                () -> visitor.anyone(visitor.json(
                                "POST",
                                "/api/v1/commands",
                                Map.of("type", "reviewCase", "target", "x", "payload", Map.of())))
                        .offered()
                        .refuses(400));
    }

    private void unsigned(HttpRequest.Builder request) throws Wrong, IOException, InterruptedException {
        Answer answer = visitor.stranger(request).refuses(401);
        if (!answer.header("WWW-Authenticate").startsWith("Bearer")) {
            throw new Wrong("expected WWW-Authenticate: Bearer");
        }
    }

    private void language() throws Wrong, IOException, InterruptedException {
        String chinese = detail("zh-CN");
        String english = detail("en");
        if (chinese.equals(english)) {
            throw new Wrong("expected the detail in zh-CN and in en, got twice: " + english);
        }
    }

    private String detail(String language) throws Wrong, IOException, InterruptedException {
        return visitor.stranger(visitor.request("/api/v1/cases").header("Accept-Language", language))
                .refuses(401)
                .json()
                .path("detail")
                .asString();
    }

    private Answer command(String body) throws Missing, IOException, InterruptedException {
        return visitor.anyone(visitor.json("POST", "/api/v1/commands", body)
                        .header("Idempotency-Key", "conform-" + System.nanoTime()))
                .offered();
    }

    private static void pointed(Answer answer) throws Wrong {
        if (!answer.json().at("/errors/0/pointer").asString("").equals("/type")) {
            throw new Wrong("expected errors[0].pointer to be /type, got " + answer.text());
        }
    }
}
