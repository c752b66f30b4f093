/// Figures that open to the cases behind them: counters, formulas over them, periods. No clock, no storage.
@NullMarked
package org.yiping.domain.kpi;

import org.jspecify.annotations.NullMarked;
