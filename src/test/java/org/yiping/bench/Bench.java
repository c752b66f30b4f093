package org.yiping.bench;

import java.util.List;
import org.yiping.figures.Row;

/// A measurement. It prints what it ran and every single value; the caller prints the rows.
interface Bench {
    List<Row> run(Hall hall) throws Exception;
}
