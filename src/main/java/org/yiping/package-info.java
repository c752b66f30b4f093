/// The programs of the house, and what each of them does first.
@NullMarked
package org.yiping;

import org.jspecify.annotations.NullMarked;
