/// Workbooks (XLSX, ECMA-376) and CSV, written as streams: what was written is on its way and not in
/// memory. It knows no case and no storage.
@NullMarked
package org.yiping.workbook;

import org.jspecify.annotations.NullMarked;
