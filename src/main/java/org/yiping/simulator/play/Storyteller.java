package org.yiping.simulator.play;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.hall.Story;
import org.yiping.domain.identity.PostCode;

/// Plays the case of a story at the pace of who tells it (演示): one step asked for is one command, and nothing is done
/// of its own accord. Confined to the city's thread.
///
/// A step somebody in the hall has taken by hand is not taken again: what is done is what the case's state asks for.
final class Storyteller {
    /// Goes no detour: there is no state of this name.
    static final String HEADING = "told";
    private static final int REPORTERS = 18;

    private final Story story = shipped();
    private final Town town;
    private final Reporter reporter;
    private final Responder responder;
    private final Phrases phrases;
    private final RandomGenerator random;
    private OpenDay.@Nullable Telling telling;
    private @Nullable Case row;
    private @Nullable Deed underway;
    private int done;

    Storyteller(Town town, Reporter reporter, Responder responder, Phrases phrases, RandomGenerator random) {
        this.town = town;
        this.reporter = reporter;
        this.responder = responder;
        this.phrases = phrases;
        this.random = random;
    }

    private static Story shipped() {
        try (InputStream in =
                        Objects.requireNonNull(Storyteller.class.getResourceAsStream(Story.SHIPPED), Story.SHIPPED);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return Story.parse(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the hall says; answers the case that is no story's any more, which then goes its ordinary way.
    Optional<Case> hear(OpenDay.@Nullable Telling next) {
        OpenDay.Telling before = telling;
        telling = next;
        if (before != null && next != null && before.caseId().equals(next.caseId())) {
            return Optional.empty();
        }
        Optional<Case> free = Optional.ofNullable(row);
        row = null;
        underway = null;
        done = 0;
        return free;
    }

    boolean tells(CaseId id) {
        OpenDay.Telling now = telling;
        return now != null && now.caseId().equals(id);
    }

    void see(Case now) {
        row = now;
    }

    /// The next command, where one is asked for.
    Optional<Deed> due(Supplier<CommandId> ids, Instant at) {
        OpenDay.Telling now = telling;
        if (now == null || underway != null) {
            return Optional.empty();
        }
        Case current = row;
        int step = story.next(
                done,
                now.step(),
                current == null ? "" : current.progress().state().value());
        if (step == 0) {
            return Optional.empty();
        }
        CommandId id = ids.get();
        Optional<Deed> deed = current == null
                ? reporter.report(id, now.caseId(), new Reporter.Shift(REPORTERS, "verifying"), random)
                : step == story.steps().size()
                        ? Optional.of(review(id, current))
                        : responder.answer(new Asking.Passing(id, current, null, HEADING, at, random));
        deed.ifPresent(d -> {
            underway = d;
            done = step;
        });
        return deed;
    }

    /// A supervisor says what they think of it.
    private Deed review(CommandId id, Case current) {
        return new Deed(
                id,
                town.seat("supervisor", random),
                new PostCode("supervisor"),
                current.id(),
                new Deed.Draft.Review("sound", phrases.draw("close", random)),
                List.of());
    }

    /// One that was not answered is sent again by the city; until then nothing else is done.
    void done(Deed deed, Deed.Result result) {
        if (deed.equals(underway) && !(result instanceof Deed.Result.Unanswered)) {
            underway = null;
        }
    }
}
