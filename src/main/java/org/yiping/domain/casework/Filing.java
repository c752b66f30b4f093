package org.yiping.domain.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiping.domain.Versions;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.CriterionId;

/// Under which version of the catalogue a case stands: filing takes the one in force, and the case then keeps it
/// whatever comes into force later. Immutable; any thread.
record Filing(Versions<Catalogue> catalogues) {
    Catalogue inForce(Instant now) {
        return catalogues.at(now);
    }

    /// The version that rules the case. One that came without (another platform's) has the one in force.
    Catalogue of(Case c, Instant now) {
        String version = c.head().catalogueVersion();
        return Optional.ofNullable(version).flatMap(catalogues::find).orElseGet(() -> inForce(now));
    }

    /// The version under which the case is filed by a criterion now: the one in force; where that has dropped class or
    /// criterion, the case's own, so that nothing reported before gets stuck. None where neither knows it.
    Optional<Catalogue> under(Case c, CriterionId criterion, Instant now) {
        return Stream.of(inForce(now), of(c, now))
                .filter(k -> k.find(c.subject().classCode(), criterion).isPresent())
                .findFirst();
    }
}
