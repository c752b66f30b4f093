/// What an operator chose for this seat, kept in one small file.
@NullMarked
package org.yiping.console.settings;

import org.jspecify.annotations.NullMarked;
