/// The queue: views, rows, intake.
@NullMarked
package org.yiping.console.ui.cases;

import org.jspecify.annotations.NullMarked;
