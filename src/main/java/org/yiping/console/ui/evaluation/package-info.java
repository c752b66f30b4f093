/// The page of assessments (综合评价) and of departments called to account (问责).
@NullMarked
package org.yiping.console.ui.evaluation;

import org.jspecify.annotations.NullMarked;
