package org.yiping.bench;

import java.util.List;

/// A measurement. It prints what it ran and every single value; the caller prints the rows.
interface Bench {
    List<Row> run(Hall hall) throws Exception;
}
