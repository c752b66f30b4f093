/// The duty desk: what a shift leader keeps an eye on beside single cases.
@NullMarked
package org.yiping.console.ui.duty;

import org.jspecify.annotations.NullMarked;
