package org.yiping.server.load;

import java.time.Duration;

/// What became of a file's rows, the last line an import prints (导入结果); `flagged` and `noLocation` are of cases alone.
/// Immutable; any thread.
public record ImportSummary(long read, long taken, long refused, long flagged, long noLocation, double seconds) {
    public ImportSummary lasting(Duration whole) {
        return new ImportSummary(read, taken, refused, flagged, noLocation, whole.toMillis() / 1000.0);
    }
}
