package org.yiping.console.ui.kpi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.RecheckId;

/// Where a number leads: to its formula and its cases. FX thread.
interface Door {
    /// A figure of a frame.
    void open(KpiCode code, Frame frame);

    /// A figure of the page's own frame.
    void open(KpiCode code);

    /// The same, of a part of the page's scope.
    void open(KpiCode code, FigureScope scope);

    /// The blind re-check beside it; `id` the sample that stands there, absent where there is none.
    void recheck(@Nullable RecheckId id);

    /// Cases that are no counter's: of a place. `all` is how many there are; `cases` may be the newest alone.
    void cases(String title, String words, List<CaseId> cases, int all);
}
