package org.yiping.conform;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.yiping.conform.Report.Missing;
import org.yiping.conform.Report.Wrong;

/// Every check there is, in the order that gives the later ones something to look at. One thread.
public final class Conformance {
    private final Contract contract;
    private final PrintStream out;

    public Conformance(Contract contract, PrintStream out) {
        this.contract = contract;
        this.out = out;
    }

    public Report of(URI server, List<Account> accounts, boolean readOnly) throws InterruptedException {
        Report report = new Report(out);
        try (Visitor visitor = new Visitor(contract, server)) {
            report.check("GET /api", () -> {
                Answer answer = visitor.stranger(visitor.request("/api"));
                answer.offered().is(200).typed("application/json").holds("Versions");
            });
            for (Account account : accounts) {
                report.check("sign-in as " + account.user(), () -> visitor.enter(account));
            }
            Commands commands = new Commands(visitor, readOnly);
            commands.check(report);
            new Reading(visitor).check(report);
            new Refusals(visitor).check(report);
            new Streams(visitor, commands).check(report);
            if (!accounts.isEmpty()) {
                report.check("refreshed and signed out", () -> sessionEnds(visitor, accounts.getFirst()));
            }
        }
        return report;
    }

    private static void sessionEnds(Visitor visitor, Account account)
            throws Wrong, Missing, IOException, InterruptedException {
        String refresh =
                visitor.signIn(account).is(200).json().path("refreshToken").asString("");
        Answer again =
                visitor.stranger(visitor.json("POST", "/api/v1/sessions/refresh", Map.of("refreshToken", refresh)));
        again.offered().is(200).holds("SignInAnswer");
        String token = "Bearer " + again.json().path("token").asString();
        HttpRequest.Builder out = visitor.request("/api/v1/sessions")
                .header("Authorization", token)
                .DELETE();
        visitor.stranger(out).offered().is(204);
        visitor.stranger(visitor.request("/api/v1/me").header("Authorization", token))
                .refuses(401);
    }
}
