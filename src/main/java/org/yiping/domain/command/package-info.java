/// What an operator can ask for.
@NullMarked
package org.yiping.domain.command;

import org.jspecify.annotations.NullMarked;
