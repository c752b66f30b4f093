package org.yiping.domain.casework;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// What the surviving case of a merge takes over: reporters and photos (并案). Stateless; any thread.
final class Merging {
    /// The step the survivor's own flow shows.
    static final ActionCode JOINED = new ActionCode("joined");

    private Merging() {}

    static Case join(Case survivor, Case merged) {
        List<Attachment> photos = new ArrayList<>(survivor.head().photos());
        merged.head().photos().stream()
                .filter(p -> photos.stream().noneMatch(q -> q.fileId().equals(p.fileId())))
                .forEach(photos::add);
        Report r = survivor.report();
        Report of = merged.report();
        List<Joined> joined = new ArrayList<>(Objects.requireNonNullElse(r.joined(), List.of()));
        joined.add(new Joined(
                merged.id(), merged.head().number(), of.source(), of.reportedAt(), of.reporter(), of.caller()));
        joined.addAll(Objects.requireNonNullElse(of.joined(), List.of()));
        return new Case(
                survivor.id(),
                survivor.head().with(photos),
                survivor.subject(),
                survivor.place(),
                new Report(
                        r.source(),
                        r.reportedAt(),
                        r.reporter(),
                        r.caller(),
                        r.externalNumber(),
                        r.simulated(),
                        r.confidence(),
                        joined),
                survivor.progress());
    }

    /// The survivor's record has an id of its own that a repetition finds again.
    static RecordId record(RecordId merging) {
        byte[] name = (merging.value() + " joined").getBytes(StandardCharsets.UTF_8);
        return new RecordId(UUID.nameUUIDFromBytes(name).toString());
    }
}
