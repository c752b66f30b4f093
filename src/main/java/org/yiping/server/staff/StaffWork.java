package org.yiping.server.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.staff.StaffBoard.Share;
import org.yiping.server.data.Reach;
import org.yiping.server.kpi.FactKeeper;
import org.yiping.server.kpi.FigureDesk;

/// What people reported, by the city's own figures: of everybody by two questions. Valid reports belong to
/// who reported; what was missed belongs to the duty grid the public found it in. Any thread.
public final class StaffWork {
    private static final KpiCode VALID = new KpiCode("valid-report-rate");
    private static final KpiCode MISSED = new KpiCode("missed-rate");
    private static final String CELL = "cell";

    private final FigureDesk figures;

    public StaffWork(FigureDesk figures) {
        this.figures = figures;
    }

    /// What was counted in a span, as far as it could be: a city without these figures, or one that still
    /// counts, has none of it.
    record Counted(Span span, Map<String, Share> valid, NavigableMap<String, Share> missed, boolean known) {
        /// Who is in no group reported nothing, if anything is known.
        Share validOf(String person) {
            return valid.getOrDefault(person, known ? new Share(0L, 0L) : Share.UNKNOWN);
        }

        Share missedIn(List<AreaCode> areas) {
            if (!known || areas.isEmpty()) {
                return Share.UNKNOWN;
            }
            Share sum = new Share(0L, 0L);
            for (int i = 0; i < areas.size(); i++) {
                String area = areas.get(i).value();
                if (!isWithinAnother(areas, i)) {
                    // codes that begin so lie together
                    for (Share s :
                            missed.subMap(area, area + Character.MAX_VALUE).values()) {
                        sum = sum.plus(s);
                    }
                }
            }
            return sum;
        }

        /// What lies in two of the areas counts once.
        private static boolean isWithinAnother(List<AreaCode> areas, int which) {
            String area = areas.get(which).value();
            for (int i = 0; i < areas.size(); i++) {
                String other = areas.get(i).value();
                if (i != which && area.startsWith(other) && (i < which || !area.equals(other))) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Throws `FigureDesk.Unknown` for a period nobody knows.
    Counted of(String period, @Nullable LocalDate day) {
        FigureDesk.Frame frame = new FigureDesk.Frame(period, day, FigureScope.CITY, Reach.CITY);
        Span span = figures.span(frame);
        try {
            return new Counted(
                    span,
                    counted(new FigureDesk.Question(List.of(VALID), frame, Grouping.PERSON, "")),
                    counted(new FigureDesk.Question(List.of(MISSED), frame, Grouping.AREA, CELL)),
                    true);
        } catch (FigureDesk.Unknown | FactKeeper.NotYet e) {
            return new Counted(span, Map.of(), new TreeMap<>(), false);
        }
    }

    private NavigableMap<String, Share> counted(FigureDesk.Question question) {
        NavigableMap<String, Share> counted = new TreeMap<>();
        figures.answer(question).groups().forEach((group, told) -> {
            if (!group.isEmpty() && !told.isEmpty()) {
                var figure = told.getFirst().figure();
                counted.put(group, new Share(figure.numerator(), figure.denominator()));
            }
        });
        return counted;
    }
}
