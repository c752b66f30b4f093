package org.yiping.simulator.play;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CallBack;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Supervision;
import org.yiping.domain.command.Command.Fields;
import org.yiping.domain.command.CommandId;

/// What leaves the straight way now and then: departments ask for more time, to return, to suspend; the hall
/// voids, sends back and supervises; and whoever is asked decides. Immutable; any thread.
///
/// The shares are guesses at an ordinary city, in percent of the cases that come past.
final class Asking {
    private static final int EXTENSION = 6;
    private static final int RETURN = 4;
    /// Of what is not theirs at all.
    private static final int REFUSES = 85;
    private static final int SUSPENSION = 2;
    private static final int SENT_BACK = 3;
    private static final int VOID = 2;
    private static final int SUPERVISION = 40;
    private static final int APPEAL = 25;
    private static final int GRANTED = 80;
    /// Of those who want a call back: called at all; of each call: answered; of those who answer.
    private static final int CALLED = 85;
    private static final int ANSWERED = 80;
    private static final int VERY_SATISFIED = 35;
    private static final int DISSATISFIED = 12;

    private final Deeds deeds;

    Asking(Deeds deeds) {
        this.deeds = deeds;
    }

    /// A case that comes past somebody: `heading` is the state it has to reach, if it has to reach one.
    /// `twin` is an older open case that may be the same thing.
    record Passing(
            CommandId id,
            Case row,
            @Nullable Case twin,
            @Nullable String heading,
            Instant now,
            RandomGenerator random) {
        /// Whether this one goes that way: by its heading, else by chance.
        boolean goes(String way, int percent) {
            return heading == null ? random.nextInt(100) < percent : heading.startsWith(way);
        }

        /// Of a story, in which all goes well.
        boolean told() {
            return Storyteller.HEADING.equals(heading);
        }

        boolean inTime() {
            return row.runningClock().map(c -> !now.isAfter(c.dueAt())).orElse(false);
        }

        boolean never(String what) {
            return row.progress().count(what) == 0;
        }

        boolean flagged(String flag) {
            return row.progress().flags().contains(flag);
        }
    }

    /// What the department does with the case instead of handling it, if something.
    Optional<Deed> instead(Passing p) {
        if (p.flagged(Supervision.REPLY_WANTED)) {
            return department(p, "reply", words(p, "reply"));
        }
        boolean overdue = !p.inTime() && p.row().runningClock().isPresent();
        if (overdue && !p.flagged("supervised") && p.goes("supervision", SUPERVISION)) {
            Fields order =
                    asked(p, "supervise", "timeout", null, null, p.random().nextBoolean());
            return seat(p, "duty-leader", "supervise", order);
        }
        if (p.inTime() && p.never("extension") && p.never("extension-refused") && p.goes("extension", EXTENSION)) {
            int hours = 2 + p.random().nextInt(22);
            return department(p, "request-extension", asked(p, "request-extension", null, hours, null, null));
        }
        if (p.never("suspension") && p.never("suspension-refused") && p.goes("suspen", SUSPENSION)) {
            // two days ahead at least: no zone's today is beyond it
            LocalDate until = LocalDate.ofInstant(p.now(), ZoneOffset.UTC)
                    .plusDays(2 + p.random().nextInt(20));
            return department(p, "request-suspension", asked(p, "request-suspension", null, null, until, null));
        }
        boolean free = p.row().progress().handler() == null && p.never("return-refused");
        boolean wrong = p.heading() == null && !deeds.town().answers(p.row());
        return free && (wrong ? p.random().nextInt(100) < REFUSES : p.never("return") && p.goes("return", RETURN))
                ? department(p, "request-return", words(p, "request-return"))
                : Optional.empty();
    }

    /// What a seat does with a case before filing or dispatching it, instead of that, if something.
    Optional<Deed> beforeDispatch(Passing p, String post, String back, String toVoid) {
        if (p.never("sent-back") && p.goes("sent-back", SENT_BACK)) {
            return seat(p, post, back, words(p, "send-back"));
        }
        return p.goes("void", VOID) && (p.heading() == null || toVoid.startsWith("request"))
                ? seat(p, post, toVoid, words(p, "void"))
                : Optional.empty();
    }

    /// A late case's department disputes it.
    Optional<Deed> appeal(Passing p) {
        return mayAppeal(p.row()) && p.goes("appeal", APPEAL)
                ? department(p, "appeal", words(p, "appeal"))
                : Optional.empty();
    }

    /// An acceptor calls whoever wants to hear of it; who is not reached is tried again.
    Optional<Deed> callBack(Passing p) {
        if (!mayCall(p.row()) || !p.goes("call-back", CALLED)) {
            return Optional.empty();
        }
        int said = p.random().nextInt(100);
        String outcome = p.random().nextInt(100) >= ANSWERED
                ? CallBack.NOT_REACHED
                : said < VERY_SATISFIED
                        ? CallBack.VERY_SATISFIED
                        : said >= 100 - DISSATISFIED ? CallBack.DISSATISFIED : CallBack.SATISFIED;
        return seat(p, "acceptor", "call-back", asked(p, outcome, outcome, null, null, null));
    }

    static boolean mayCall(Case row) {
        return row.progress().state().value().equals("closed") && row.awaitsCallBack();
    }

    static boolean mayAppeal(Case row) {
        return row.progress().state().value().equals("closed")
                && row.progress().count("appeal") == 0
                && row.progress().clocks().stream().anyMatch(c -> c.stage().equals(CaseClock.HANDLE) && c.overran());
    }

    /// Whoever is asked decides; absent where the state asks nobody.
    Optional<Deed> decide(Passing p) {
        boolean yes = p.heading() != null || p.random().nextInt(100) < GRANTED;
        return switch (p.row().progress().state().value()) {
            case "void-review" -> seat(p, "duty-leader", yes ? "void-approve" : "void-refuse", decision(p, yes));
            case "extension-first" ->
                seat(p, "duty-leader", yes ? "extension-support" : "extension-object", decision(p, yes));
            case "extension-review" -> {
                boolean granted = yes && p.inTime();
                yield seat(p, "dispatcher", granted ? "extension-approve" : "extension-refuse", decision(p, granted));
            }
            case "return-review" -> {
                String kind = p.random().nextInt(4) == 0 ? "no-handling-needed" : "wrong-dispatch";
                Fields taken = asked(p, "approve", kind, null, null, null);
                yield yes
                        ? seat(p, "dispatcher", "return-approve", taken)
                        : seat(p, "dispatcher", "return-refuse", decision(p, false));
            }
            case "suspension-review" ->
                seat(p, "dispatcher", yes ? "suspension-approve" : "suspension-refuse", decision(p, yes));
            case "suspended" -> seat(p, "dispatcher", "resume", words(p, "resume"));
            case "self-audit" -> seat(p, "acceptor", yes ? "audit-pass" : "audit-return", decision(p, yes));
            case "appeal-first" -> seat(p, "dispatcher", yes ? "appeal-support" : "appeal-object", decision(p, yes));
            case "appeal-review" -> seat(p, "acceptor", yes ? "appeal-grant" : "appeal-refuse", decision(p, yes));
            default -> Optional.empty();
        };
    }

    private Optional<Deed> seat(Passing p, String post, String action, Fields fields) {
        return deeds.bySeat(p.id(), p.row(), post, action, fields, p.random());
    }

    private Optional<Deed> department(Passing p, String action, Fields fields) {
        return deeds.byDepartment(p.id(), p.row(), action, fields, List.of());
    }

    private Fields decision(Passing p, boolean yes) {
        return words(p, yes ? "approve" : "refuse");
    }

    private Fields words(Passing p, String use) {
        return asked(p, use, null, null, null, null);
    }

    private Fields asked(
            Passing p,
            String use,
            @Nullable String kind,
            @Nullable Integer hours,
            @Nullable LocalDate until,
            @Nullable Boolean reply) {
        String reason = deeds.phrase(use, p.random());
        return new Fields(reason, null, null, null, null, List.of(), kind, hours, until, reply);
    }
}
