/// Telephones: the port messages leave by, and its HTTP adapter.
@NullMarked
package org.yiping.server.gateway;

import org.jspecify.annotations.NullMarked;
