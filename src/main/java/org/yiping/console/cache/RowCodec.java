package org.yiping.console.cache;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How rows of one type stand in a layer file. Stateless.
interface RowCodec<T> {
    /// Says which rows a file holds, so that one is never read as the other.
    byte type();

    void write(T row, DataOutput out) throws IOException;

    T read(DataInput in, Strings strings) throws IOException;
}
