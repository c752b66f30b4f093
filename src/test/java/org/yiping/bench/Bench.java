package org.yiping.bench;

/// A measurement. It prints what it ran and every single value, and tells its rows as soon as it has them.
interface Bench {
    void run(Hall hall, Rows rows) throws Exception;
}
