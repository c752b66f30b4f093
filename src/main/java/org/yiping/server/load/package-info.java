/// Import of another platform's data into the server's own database: cases by a mapping file, map layers, components.
@NullMarked
package org.yiping.server.load;

import org.jspecify.annotations.NullMarked;
