/// The console's only JDBC code: rows and cursor, outbox table, layer files.
@NullMarked
package org.yiping.console.cache;

import org.jspecify.annotations.NullMarked;
