package org.yiping.server.report;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.ReportSchedule;
import org.yiping.domain.report.ReportTemplate;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Reach;

/// Takes orders for reports, has them made one after another, and makes by itself what the calendar asks for (报表).
/// Any thread.
///
/// Each is a row of the journal from the order on, so a platform that was killed makes what was ordered after its next
/// start, and a name is made once: the calendar's are named after template and day.
public final class ReportDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);
    /// How the calendar's reports begin; nobody else's may.
    public static final String DUE = "due.";
    /// What fell due longer ago is not made any more.
    private static final Duration TOO_LATE = Duration.ofDays(8);
    private static final int MOST_OPEN = 50;

    private final ReportRows rows;
    private final ReportBook book;
    private final ReportMaker maker;
    private final Works works;
    private final Map<ReportId, Progress> going = new ConcurrentHashMap<>();
    private final ReentrantLock ordering = new ReentrantLock();
    /// Ordered while the figures were still being counted.
    private final Set<ReportRun> waiting = ConcurrentHashMap.newKeySet();

    private volatile Instant looked = Instant.EPOCH;
    private volatile boolean closed;

    /// `worker` makes one after another, on a thread that may be busy for long.
    public record Works(Executor worker, InstantSource clock, ZoneId zone) {}

    /// What is asked for by somebody who sees `reach`; `format` counts for lists of cases.
    public record Order(
            ReportId id,
            @Nullable ReportTemplate template,
            @Nullable String counter,
            String title,
            String period,
            @Nullable LocalDate day,
            FigureScope scope,
            String language,
            String format,
            Reach reach) {
        ReportRun run(Principal who, Instant asked, @Nullable Instant due) {
            return new ReportRun(
                    id,
                    template == null ? null : template.code(),
                    template == null ? null : template.version(),
                    title,
                    period,
                    day,
                    scope,
                    counter,
                    language,
                    template == null ? List.of(format) : List.of(ReportRun.PDF, ReportRun.XLSX),
                    reach.areas(),
                    reach.department(),
                    who.actor(),
                    who.person().name(),
                    asked,
                    due,
                    ReportRun.ORDERED,
                    null,
                    null,
                    null,
                    null,
                    List.of());
        }
    }

    /// There are enough waiting.
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;

        Busy() {
            super("enough reports wait", null, false, false);
        }
    }

    public ReportDesk(ReportRows rows, ReportBook book, ReportMaker maker, Works works) {
        this.rows = rows;
        this.book = book;
        this.maker = maker;
        this.works = works;
    }

    public ReportBook book() {
        return book;
    }

    public ReportFiles files() {
        return maker.files();
    }

    /// Before anything is ordered: what an earlier platform did not come to is made now.
    public void open() throws IOException {
        files().sweep();
        rows.open().forEach(this::begin);
    }

    /// Asked for twice under one name it is made once, and the first order holds. Throws `Busy`.
    public ReportRun order(Order order, Principal who) {
        return order(order, who, null);
    }

    private ReportRun order(Order order, Principal who, @Nullable Instant due) {
        ordering.lock();
        try {
            Optional<ReportRun> known = rows.find(order.id());
            if (known.isPresent()) {
                return known.get();
            }
            if (due == null && going.size() >= MOST_OPEN) {
                throw new Busy();
            }
            ReportRun run = order.run(who, works.clock().instant(), due);
            rows.write(run);
            begin(run);
            return run;
        } finally {
            ordering.unlock();
        }
    }

    /// False where it has ended already.
    public boolean cancel(ReportId id) {
        ordering.lock();
        try {
            ReportRun run = rows.find(id).filter(ReportRun::goesOn).orElse(null);
            if (run == null) {
                return false;
            }
            Progress progress = going.get(id);
            if (progress != null) {
                progress.cancel();
            }
            rows.write(run.cancelled(works.clock().instant()));
            return true;
        } finally {
            ordering.unlock();
        }
    }

    public Optional<ReportRun> find(ReportId id) {
        return rows.find(id);
    }

    /// The newest first.
    public List<ReportRun> newest(Reach reach, int limit) {
        return rows.newest(reach, limit);
    }

    public boolean isSeen(ReportRun run, Reach reach) {
        return reach.sees(rows.scope(run));
    }

    /// From 0 to 1 while it is made or waits; absent once it has ended.
    public @Nullable Double progress(ReportRun run) {
        Progress progress = run.goesOn() ? going.get(run.id()) : null;
        return progress == null ? null : Double.valueOf(progress.share());
    }

    private void begin(ReportRun run) {
        Progress progress = new Progress();
        if (closed || going.putIfAbsent(run.id(), progress) != null) {
            return;
        }
        try {
            works.worker().execute(() -> make(run, progress));
        } catch (RejectedExecutionException e) {
            going.remove(run.id()); // the platform stops
        }
    }

    private void make(ReportRun run, Progress progress) {
        try {
            if (closed || progress.isCancelled()) {
                return;
            }
            ReportRun ended = maker.make(run, progress);
            if (ended.goesOn()) {
                waiting.add(run);
            } else {
                end(run, ended);
            }
        } catch (RuntimeException e) {
            LOG.error("how report {} ended could not be written down", run.id().value(), e);
        } finally {
            going.remove(run.id());
        }
    }

    private void end(ReportRun run, ReportRun ended) {
        ordering.lock();
        try {
            if (rows.find(run.id()).filter(ReportRun::goesOn).isPresent()) {
                rows.write(ended);
            } else {
                files().forget(run); // cancelled between its last piece and here
            }
        } finally {
            ordering.unlock();
        }
    }

    /// What waited for figures, and what has fallen due; a second or so after another.
    public void tick() {
        for (ReportRun run : List.copyOf(waiting)) {
            waiting.remove(run);
            begin(run);
        }
        Instant now = works.clock().instant();
        Instant oldest = now.minus(TOO_LATE);
        Instant from = looked.isBefore(oldest) || looked.isAfter(now) ? oldest : looked;
        for (ReportTemplate template : book.templates()) {
            ReportSchedule schedule = template.schedule();
            if (schedule != null) {
                Instant since = book.since(template.code());
                schedule.between(since.isAfter(from) ? since : from, now, works.zone())
                        .forEach(due -> due(template, schedule, due));
            }
        }
        looked = now;
    }

    private void due(ReportTemplate template, ReportSchedule schedule, ReportSchedule.Due due) {
        LocalDate on = LocalDate.ofInstant(due.at(), works.zone());
        order(
                new Order(
                        new ReportId(DUE + template.code().value() + "." + on),
                        template,
                        null,
                        template.title(schedule.english()),
                        template.period(),
                        due.day(),
                        FigureScope.CITY,
                        schedule.english() ? "en" : "zh",
                        ReportRun.PDF,
                        Reach.CITY),
                Principal.TIMER,
                due.at());
    }

    /// When a template's schedule makes the next one.
    public Optional<Instant> next(ReportTemplate template) {
        ReportSchedule schedule = template.schedule();
        return schedule == null
                ? Optional.empty()
                : Optional.of(schedule.next(works.clock().instant(), works.zone()));
    }

    /// What is being made ends at its next step and is made after the next start.
    public void close() {
        closed = true;
        going.values().forEach(Progress::stop);
    }
}
