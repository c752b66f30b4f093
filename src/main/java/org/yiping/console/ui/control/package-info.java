/// Reusable controls: they know no store and no feature.
@NullMarked
package org.yiping.console.ui.control;

import org.jspecify.annotations.NullMarked;
