/// Reports (报表): what the city has written of its figures, asked for, looked after and fetched.
@NullMarked
package org.yiping.console.ui.report;

import org.jspecify.annotations.NullMarked;
