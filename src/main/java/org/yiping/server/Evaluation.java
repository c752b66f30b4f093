package org.yiping.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.server.assessment.Examiner;
import org.yiping.server.assessment.SchemeBook;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.Meta;
import org.yiping.server.inspection.InspectionBook;
import org.yiping.server.kpi.FigureBook;
import org.yiping.server.kpi.FigureDesk;

/// What judges the city's work (评价): figures, assessments, inspections, each by the versions the city has brought, and
/// by those that ship where it has brought none. Any thread.
record Evaluation(FigureDesk figures, Examiner examiner, InspectionBook inspections) {
    private static final Logger LOG = LoggerFactory.getLogger(Evaluation.class);

    /// Counts in the background.
    static Evaluation of(Options options, Server.Parts parts, Rulebook book) {
        Meta meta = new Meta(parts.database());
        FigureDesk figures = FigureDesk.open(
                new FigureDesk.City(
                        parts.database(),
                        parts.ledger().genesis().orElse(""),
                        book.workflow(),
                        book.zone(),
                        options.city() == null ? FigureBook.load(meta) : FigureBook.adopt(options.city(), meta)),
                options.data(),
                parts.threads(),
                parts.clock());
        SchemeBook schemes = options.city() == null ? SchemeBook.load(meta) : SchemeBook.adopt(options.city(), meta);
        InspectionBook inspections =
                options.city() == null ? InspectionBook.load(meta) : InspectionBook.adopt(options.city(), meta);
        inspections
                .unfiled(parts.clock().instant(), book.zone(), book.workflow())
                .ifPresent(LOG::warn);
        return new Evaluation(figures, new Examiner(figures, schemes, parts.database(), book.zone()), inspections);
    }
}
