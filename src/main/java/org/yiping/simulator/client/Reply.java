package org.yiping.simulator.client;

import tools.jackson.databind.JsonNode;

/// What came of asking the platform. Immutable; any thread.
public sealed interface Reply {
    /// `body` is an empty object where the platform sent none.
    record Good(JsonNode body) implements Reply {}

    /// The platform said no; `code` is its problem's code.
    record Bad(int status, String code) implements Reply {
        /// Whether the same may well be answered otherwise later.
        boolean passing() {
            return status == 401 || status == 408 || status == 429 || status >= 500;
        }
    }

    /// Nobody answered.
    record Silence(String reason) implements Reply {}
}
