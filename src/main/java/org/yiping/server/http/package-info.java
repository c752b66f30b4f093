/// REST: routes, limits, rights, problem details. The one place that knows the HTTP server's types.
@NullMarked
package org.yiping.server.http;

import org.jspecify.annotations.NullMarked;
