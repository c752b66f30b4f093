/// Figures that open to the cases behind them.
@NullMarked
package org.yiping.domain.kpi;

import org.jspecify.annotations.NullMarked;
