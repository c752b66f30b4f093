/// Pages of paper: what stands where, on A4, drawn into a PDF or onto a printer's page from one description. It knows
/// no
/// case, no store and no window.
@NullMarked
package org.yiping.console.paper;

import org.jspecify.annotations.NullMarked;
