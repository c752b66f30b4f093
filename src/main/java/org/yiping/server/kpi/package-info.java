/// The city's figures: a row of facts for each case, kept by the journal, and counted when somebody asks.
@NullMarked
package org.yiping.server.kpi;

import org.jspecify.annotations.NullMarked;
