/// Inspections as the platform keeps them: by what, of which points, and what came of it.
@NullMarked
package org.yiping.server.inspection;

import org.jspecify.annotations.NullMarked;
