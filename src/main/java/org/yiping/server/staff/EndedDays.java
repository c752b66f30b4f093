package org.yiping.server.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.staff.StaffDay;
import org.yiping.server.staff.StaffDays.Subject;

/// Judges days once they have ended, before somebody asks for them: of a month somebody looks at only what came
/// since is judged then. Any thread; the work is done by the one that makes boards, which come in between.
final class EndedDays {
    private static final Logger LOG = LoggerFactory.getLogger(EndedDays.class);
    /// In the hours after midnight shifts end, and terminals tell what they could not tell before.
    private static final Duration LATE = Duration.ofHours(2);
    /// Back to so many days: any month of which one is younger.
    private static final int BACK = 31;
    /// So many people at once.
    private static final int TOGETHER = 100;

    private final StaffDays days;
    private final StaffDesk.Around around;
    private final Runnable goOn;
    private volatile @Nullable LocalDate judged;

    /// `goOn` throws once the platform stops.
    EndedDays(StaffDays days, StaffDesk.Around around, Runnable goOn) {
        this.days = days;
        this.around = around;
        this.goOn = goOn;
    }

    /// Once for each day that ends; where it failed, again.
    void judge() {
        LocalDate last = LocalDate.ofInstant(around.clock().instant().minus(LATE), around.zone())
                .minusDays(1);
        if (last.equals(judged)) {
            return;
        }
        judged = last;
        List<LocalDate> dates =
                last.minusDays(BACK - 1L).datesUntil(last.plusDays(1)).toList();
        later(() -> some(days.people(new Span(begin(dates.getFirst()), begin(last.plusDays(1)))), 0, dates));
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(around.zone()).toInstant();
    }

    private void some(List<Subject> people, int from, List<LocalDate> dates) {
        if (from < people.size()) {
            int end = Math.min(people.size(), from + TOGETHER);
            days.each(people.subList(from, end), dates, new StaffDays.Taking() {
                @Override
                public void take(Subject subject, StaffDay day) {
                    // kept, and nobody asks
                }

                @Override
                public void next() {
                    goOn.run();
                }
            });
            later(() -> some(people, end, dates));
        }
    }

    private void later(Runnable work) {
        around.beside().execute(() -> {
            try {
                goOn.run();
                work.run();
            } catch (StaffDesk.NotYet _) {
                LOG.debug("the platform stops; the next start judges the rest");
            } catch (RuntimeException e) {
                judged = null;
                LOG.warn("days that ended could not be judged; it is tried again", e);
            }
        });
    }
}
