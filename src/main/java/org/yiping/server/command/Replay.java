package org.yiping.server.command;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.city.Logbook;
import org.yiping.domain.identity.Directory;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Ledger;

/// Does a logbook's commands again, each at its own time, by the rules that hold for commands of today. One thread.
///
/// A line that is refused is left out and told to the log: the past of another platform may not fit these rules.
public final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final int BATCH = 500;

    private final Ledger ledger;
    private final CaseClerk clerk;
    private final Directory people;

    public Replay(Ledger ledger, CaseClerk clerk, Directory people) {
        this.ledger = ledger;
        this.clerk = clerk;
        this.people = people;
    }

    /// How many lines were done again.
    public int run(List<Logbook.Line> lines) {
        AtomicInteger done = new AtomicInteger();
        for (int from = 0; from < lines.size(); from += BATCH) {
            List<Logbook.Line> some = lines.subList(from, Math.min(lines.size(), from + BATCH));
            ledger.write(batch -> {
                for (Logbook.Line line : some) {
                    Answer answer = people.person(line.actor().person())
                            .map(p -> clerk.apply(
                                    batch, new Principal("logbook", line.actor(), p), line.command(), line.at()))
                            .orElseGet(() -> new Answer.Refused(422, "unknown-person", "/actor", null));
                    if (answer instanceof Answer.Applied) {
                        done.incrementAndGet();
                    } else {
                        LOG.warn(
                                "logbook: {} was not done again: {}",
                                line.command().head().id().value(),
                                answer);
                    }
                }
            });
        }
        return done.get();
    }
}
