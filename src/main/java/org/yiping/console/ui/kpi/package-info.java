/// The figures and the cases behind each.
@NullMarked
package org.yiping.console.ui.kpi;

import org.jspecify.annotations.NullMarked;
