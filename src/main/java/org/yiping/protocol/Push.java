package org.yiping.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.shift.Seat;
import tools.jackson.databind.JsonNode;

/// A frame of `/api/v1/stream`. The client requires `Delta.after` to be its last revision and takes `upto`; between
/// them the server may have left out, merged or masked what this client may not see. Immutable; any thread.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Push.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = Push.Delta.class, name = "delta"),
    @JsonSubTypes.Type(value = Push.Telemetry.class, name = "telemetry"),
    @JsonSubTypes.Type(value = Push.Readings.class, name = "readings"),
    @JsonSubTypes.Type(value = Push.Seats.class, name = "seats"),
    @JsonSubTypes.Type(value = Push.Heartbeat.class, name = "heartbeat"),
    @JsonSubTypes.Type(value = Push.Resync.class, name = "resync"),
    @JsonSubTypes.Type(value = Push.Bye.class, name = "bye")
})
public sealed interface Push {
    record Hello(Instant serverTime, long revision, int protocol, int heartbeatSeconds) implements Push {}

    record Delta(long after, long upto, Instant at, List<Change> changes) implements Push {
        public Delta {
            changes = List.copyOf(changes);
        }
    }

    /// `op` is `put` with a row, or `gone` without.
    record Change(
            String kind,
            String id,
            String op,
            @Nullable JsonNode row,
            @Nullable String commandId) {}

    record Telemetry(List<FieldUnit> samples) implements Push {
        public Telemetry {
            samples = List.copyOf(samples);
        }
    }

    /// What sensors said since the frame before, of each the newest alone.
    record Readings(List<Reading> readings) implements Push {
        public Readings {
            readings = List.copyOf(readings);
        }
    }

    /// Seats that read differently, and those that are no more; `all` where they are all there are.
    record Seats(boolean all, List<Seat> seats, List<SeatId> gone) implements Push {
        public Seats {
            seats = List.copyOf(seats);
            gone = List.copyOf(gone);
        }
    }

    record Heartbeat(Instant at, long rev) implements Push {}

    /// The client's revision is too old (or from another journal): read the snapshot again.
    record Resync(String reason, long from) implements Push {}

    record Bye(String reason, int retryAfter) implements Push {}
}
