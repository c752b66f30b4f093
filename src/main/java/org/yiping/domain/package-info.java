/// Facts and rules: no I/O, no user interface, no JSON, no SQL.
@NullMarked
package org.yiping.domain;

import org.jspecify.annotations.NullMarked;
