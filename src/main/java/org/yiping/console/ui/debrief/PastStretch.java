package org.yiping.console.ui.debrief;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.PastEntry;
import org.yiping.domain.room.PastPage;

/// A stretch of the past as far as it was fetched, and what of it is on its way (取数): a state at a moment, then changes
/// page by page, before their time. FX thread; the platform is asked beside it.
final class PastStretch {
    /// So many entries are fetched before their time.
    private static final int AHEAD = 5_000;

    private final Heard heard;
    private final PastQuestions questions;
    private Debrief.@Nullable Subject subject;
    private @Nullable AreaCode area;
    private @Nullable Fetched fetched;
    private @Nullable Coming coming;
    private @Nullable Density density;
    private long cursor;
    private boolean complete;

    /// What becomes of what was asked for.
    interface Heard {
        /// The state at a moment is here.
        void stands(Fetched state, Instant at);

        /// Changes after it are here.
        void more();

        /// Something was answered, or was not.
        void answered();
    }

    /// A state on its way, and the moment it is of.
    private record Coming(Instant at, Fetched state) {}

    /// `nanos` is a clock nobody sets.
    PastStretch(Desk live, Hall hall, LongSupplier nanos, Heard heard) {
        this.heard = heard;
        questions = new PastQuestions(live, hall, nanos, heard::answered);
    }

    Optional<Debrief.Subject> subject() {
        return Optional.ofNullable(subject);
    }

    boolean isOf(Debrief.Subject of, @Nullable AreaCode within) {
        return of.equals(subject) && Objects.equals(within, area) && fetched != null;
    }

    Optional<Fetched> fetched() {
        return Optional.ofNullable(fetched);
    }

    boolean isComing() {
        return coming != null;
    }

    int comingCases() {
        Coming c = coming;
        return c == null ? 0 : c.state().cases().size();
    }

    Optional<Density> density() {
        return Optional.ofNullable(density);
    }

    /// Whether everything is here to the end.
    boolean complete() {
        return complete;
    }

    String trouble() {
        return questions.trouble();
    }

    /// As far as everything is here; empty where nothing is.
    Optional<Instant> horizon() {
        Fetched f = fetched;
        if (f == null || subject == null) {
            return Optional.empty();
        }
        if (complete) {
            return Optional.of(subject.until());
        }
        // more of that very instant may be on the next page
        Instant known = f.last().map(t -> t.minusMillis(1)).orElse(f.begin());
        return Optional.of(known.isBefore(f.begin()) ? f.begin() : known);
    }

    /// Another one, of which nothing is here.
    void look(Debrief.Subject of, @Nullable AreaCode within) {
        forget();
        subject = of;
        area = within;
        density = new Density(of);
    }

    /// None.
    void close() {
        forget();
        subject = null;
        density = null;
    }

    private void forget() {
        questions.stop();
        fetched = null;
        coming = null;
        complete = false;
    }

    /// Asks how it stood at a moment.
    void begin(Instant at) {
        questions.stop();
        Debrief.Subject of = Objects.requireNonNull(subject);
        Coming next = new Coming(at, new Fetched(area, at));
        coming = next;
        questions.ask(l -> l.state(of.caseId(), at), page -> came(next, page, page.revision()));
    }

    /// The state that is on its way is not wanted any more.
    void stay() {
        if (coming != null) {
            coming = null;
            questions.stop();
        }
    }

    private void came(Coming of, PastPage page, long revision) {
        of.state().stood(page.entries());
        if (page.next() > 0) {
            questions.ask(l -> l.state(revision, page.next()), more -> came(of, more, revision));
            return;
        }
        coming = null;
        fetched = of.state();
        cursor = revision;
        complete = false;
        if (density != null) {
            density.begin();
        }
        heard.stands(of.state(), of.at());
    }

    /// Asks for the next page of changes, where there is need of it or `wanted` says so.
    void fetch(boolean wanted) {
        Debrief.Subject of = subject;
        Fetched f = fetched;
        boolean idle = coming == null && questions.idle();
        if (of != null && f != null && idle && !complete && (wanted || f.ahead() < AHEAD)) {
            questions.ask(l -> l.changes(of.caseId(), cursor, of.until()), page -> followed(f, page));
        }
    }

    private void followed(Fetched f, PastPage page) {
        List<PastEntry> ours = f.add(page.entries());
        cursor = page.next();
        complete = page.next() == 0;
        if (density != null) {
            density.add(ours);
            density.know(f.begin(), horizon().orElse(f.begin()));
        }
        heard.more();
    }

    /// Asks again where it is time to.
    void beat() {
        questions.beat();
    }

    /// Asks again at once, where something was not answered.
    void again() {
        questions.again();
    }
}
