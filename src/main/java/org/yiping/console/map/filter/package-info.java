/// Which rows of a layer are shown (图层筛选): filters in the words of ECQL, worked out over columns.
@NullMarked
package org.yiping.console.map.filter;

import org.jspecify.annotations.NullMarked;
