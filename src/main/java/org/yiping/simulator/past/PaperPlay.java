package org.yiping.simulator.past;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.Outcome;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.SeatId;
import org.yiping.simulator.play.Deed;
import org.yiping.simulator.play.Settings;
import org.yiping.simulator.play.SimulatedCity;

/// Plays a city against its rules alone: every deed is judged at once, and its outcome known to all at once, so that
/// days pass in a moment. Confined to one thread.
public final class PaperPlay {
    private final PaperTown town;
    private final Watcher watcher;
    private final Function<Deed.Photo, String> camera;
    private final SimulatedCity city;
    private final Map<CaseId, Case> cases = new LinkedHashMap<>();
    private Instant now;

    /// Decides what happens of what people are about to do, and is told how it went.
    public interface Watcher {
        /// Whether it comes to that; what does not is forgotten, not put off.
        default boolean happens(Deed deed, Instant at) {
            return true;
        }

        void judged(Deed deed, Command command, Actor actor, Outcome outcome, Instant at);
    }

    /// `camera` gives the file id of a photo.
    public PaperPlay(
            PaperTown town, Settings settings, Instant start, Function<Deed.Photo, String> camera, Watcher watcher) {
        this.town = town;
        this.watcher = watcher;
        this.camera = camera;
        this.city = new SimulatedCity(town.town(), town.streets(), settings, start);
        this.now = start;
    }

    /// Plays on until then.
    public void run(Instant end) {
        for (Optional<Instant> next = city.next();
                next.isPresent() && !next.get().isAfter(end);
                next = city.next()) {
            now = next.get().isAfter(now) ? next.get() : now;
            city.due(now).forEach(this::judge);
        }
    }

    /// All cases there have been.
    public Collection<Case> cases() {
        return cases.values();
    }

    private void judge(Deed deed) {
        if (deed.draft() instanceof Deed.Draft.Acknowledge) { // on paper nobody watches a terminal
            city.done(deed, new Deed.Result.Accepted(0), now);
            return;
        }
        if (!watcher.happens(deed, now)) {
            city.done(deed, new Deed.Result.Refused(0, "not done"), now);
            return;
        }
        Command command = deed.command(deed.photos().stream().map(camera).toList());
        Actor actor = new Actor(
                deed.account().person(), deed.post(), new SeatId(deed.account().user()));
        Outcome outcome = outcome(command, actor);
        watcher.judged(deed, command, actor, outcome, now);
        switch (outcome) {
            case Outcome.Changed(Case result, var _) -> {
                cases.put(result.id(), result);
                city.done(deed, new Deed.Result.Accepted(0), now);
                city.see(result, now);
            }
            case Outcome.Refused(String code, String _) -> city.done(deed, new Deed.Result.Refused(422, code), now);
        }
    }

    /// The platform gives real numbers later.
    private Outcome outcome(Command command, Actor actor) {
        return switch (command) {
            case Command.ReportCase report ->
                town.rules().open(report, actor, new CaseNumber("P" + (cases.size() + 1)), now);
            case Command.ActOnCase act -> {
                @Nullable Case row = cases.get(act.caseId());
                yield row == null
                        ? new Outcome.Refused("no-case", "/target")
                        : town.rules().act(row, act, actor, now);
            }
            case Command.ReviewCase _, Aside _ -> new Outcome.Refused("not-played", "/type");
        };
    }
}
