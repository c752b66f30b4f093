package org.yiping.server.gateway;

import org.yiping.domain.casework.CaseId;

/// How a word leaves the hall for somebody's telephone: by SMS or as a spoken call. Blocking; any thread.
public interface Gateway {
    /// Hands a message over. The same id again is the same message, never a second one.
    Outcome hand(Message message);

    /// What became of a message handed over before.
    Outcome ask(String id);

    /// Why a channel cannot be served at all, or an empty word where it can.
    String unserved(String channel);

    /// `channel`: sms or voice. The number is personal: `toString` keeps it to itself, so that no log has it.
    record Message(String id, String channel, String phone, CaseId about, String text) {
        @Override
        public String toString() {
            return "Message[" + id + " " + channel + " about " + about.value() + "]";
        }
    }

    /// What the gateway said. Only its own word counts: silence is `Unclear`.
    sealed interface Outcome {
        /// It has taken the message and answers for it.
        record Sent() implements Outcome {}

        /// It reached the telephone.
        record Delivered() implements Outcome {}

        /// It will not be sent, or did not arrive; `cause` is a code.
        record Failed(String cause) implements Outcome {}

        /// Nobody knows; to be tried again with the same id. `cause` is a code.
        record Unclear(String cause) implements Outcome {}
    }

    /// Where a city has none configured: it says so.
    Gateway NONE = new Gateway() {
        @Override
        public Outcome hand(Message message) {
            return new Outcome.Failed("no-gateway");
        }

        @Override
        public Outcome ask(String id) {
            return new Outcome.Failed("no-gateway");
        }

        @Override
        public String unserved(String channel) {
            return "no-gateway";
        }
    };
}
