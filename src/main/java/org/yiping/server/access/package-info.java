/// Who somebody is and what they may see and do: sign-in, sessions, the access table, masking.
@NullMarked
package org.yiping.server.access;

import org.jspecify.annotations.NullMarked;
