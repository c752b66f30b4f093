package org.yiping.server;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.yiping.server.access.Roster;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.Database;
import org.yiping.server.data.Meta;
import org.yiping.server.data.SensorPast;
import org.yiping.server.http.HttpApi;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.push.Hub;
import org.yiping.server.push.MeterPast;
import org.yiping.server.staff.Staff;
import org.yiping.server.staff.StaffBook;

/// Puts together what is kept of the field beyond now: tracks and how people work, and what sensors said
/// before. The part of the composition root that is of it.
final class FieldWork {
    private static final Duration WRITTEN = Duration.ofSeconds(5);
    /// How often it is looked whether a day has ended that nobody judged yet.
    private static final Duration JUDGED = Duration.ofMinutes(10);

    /// One after another, so that the last of all waits for the one under way: only then may the storage go.
    private final ReentrantLock writing = new ReentrantLock();

    private final HttpApi.Field field;
    private final List<Runnable> writes;
    private final ExecutorService judging;

    /// `writes` write down what waits; `judging` judges people, by a thread of its own: whoever calculates for seconds
    /// on one of those that answer keeps everybody waiting.
    FieldWork(HttpApi.Field field, List<Runnable> writes, ExecutorService judging) {
        this.field = field;
        this.judging = judging;
        this.writes = List.copyOf(writes);
    }

    /// What it is put together of.
    record Parts(Database database, Rulebook book, Roster roster, Hub.Telemetry telemetry, Clock clock) {}

    static FieldWork of(Options options, Parts parts, CommandDesk desk, FigureDesk figures) {
        Meta meta = new Meta(parts.database());
        StaffBook rules = options.city() == null ? StaffBook.load(meta) : StaffBook.adopt(options.city(), meta);
        ExecutorService judging = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("judging").daemon().factory());
        Staff staff = new Staff(
                parts.database(),
                desk,
                figures,
                new Staff.City(
                        parts.book().settings().code(),
                        parts.book().zone(),
                        parts.book().settings().box(),
                        () -> List.copyOf(parts.roster().people()),
                        parts.telemetry().board()::heard),
                new Staff.Rules(rules, parts.clock(), judging));
        MeterPast past = new MeterPast(new SensorPast(parts.database()));
        return new FieldWork(
                new HttpApi.Field(staff, parts.roster(), past), List.of(staff.keeper()::flush, past::flush), judging);
    }

    HttpApi.Field field() {
        return field;
    }

    /// Writes down what waits from time to time, and lets sensors whose last word is only in the storage be
    /// known by it.
    void begin(Parts parts, ExecutorService threads, ScheduledExecutorService ticker) {
        threads.execute(() -> parts.telemetry()
                .meters()
                .take(new SensorPast(parts.database()).newest(), parts.clock().instant()));
        var _ = ticker.scheduleWithFixedDelay(
                () -> threads.execute(this::flush), WRITTEN.toMillis(), WRITTEN.toMillis(), TimeUnit.MILLISECONDS);
        var _ = ticker.scheduleWithFixedDelay(
                field.staff().desk()::judgeEnded, JUDGED.toMillis(), JUDGED.toMillis(), TimeUnit.MILLISECONDS);
    }

    void flush() {
        writing.lock();
        try {
            writes.forEach(Runnable::run);
        } finally {
            writing.unlock();
        }
    }

    /// Nobody is judged any more, and nothing waits to be written.
    void close() {
        field.staff().desk().close();
        judging.close();
        flush();
    }
}
