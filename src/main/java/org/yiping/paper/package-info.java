/// Pages of paper: what stands where, on A4, and the PDF they become. It knows no case, no store and no window.
@NullMarked
package org.yiping.paper;

import org.jspecify.annotations.NullMarked;
