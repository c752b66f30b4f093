/// The supervisor's seat (考核): read-only review and figures by department.
@NullMarked
package org.yiping.console.ui.assessment;

import org.jspecify.annotations.NullMarked;
