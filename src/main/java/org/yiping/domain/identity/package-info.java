/// Who works here: people, posts, areas of duty, departments.
@NullMarked
package org.yiping.domain.identity;

import org.jspecify.annotations.NullMarked;
