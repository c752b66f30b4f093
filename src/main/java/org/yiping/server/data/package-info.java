/// Storage: the journal, the rows it makes, accounts, files, layers — on H2 or PostgreSQL. The server's only JDBC code.
@NullMarked
package org.yiping.server.data;

import org.jspecify.annotations.NullMarked;
