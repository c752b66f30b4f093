package org.yiping.server.http;

import java.time.InstantSource;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Disclosures;

/// Notes in the access journal that somebody was shown personal data unmasked. Any thread.
final class Disclosure {
    private final Access access;
    private final Disclosures journal;
    private final InstantSource clock;

    Disclosure(Access access, Disclosures journal, InstantSource clock) {
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /// Somebody looks into the past: noted in any case, also where everything is masked.
    void viewed(Principal who, String route, String subject) {
        journal.add(new Disclosures.Disclosure(clock.instant(), who.actor(), route, subject, 0));
    }

    /// `amount` personal rows went out; nothing is noted where they went out wholly masked.
    void note(Principal who, String route, String subject, int amount) {
        if (amount > 0 && access.masking(who.post()).reveals(Kinds.CASE)) {
            journal.add(new Disclosures.Disclosure(clock.instant(), who.actor(), route, subject, amount));
        }
    }
}
