/// Managed city components (部件).
@NullMarked
package org.yiping.domain.component;

import org.jspecify.annotations.NullMarked;
