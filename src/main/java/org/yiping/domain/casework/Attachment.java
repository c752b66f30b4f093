package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A photo or other file of a case. `fileId` is its SHA-256; `phase` an open code: before 处置前, verify 核实,
/// after 处置后, check 核查, note 备注, evidence 视频取证; `pairOf` is the photo before that this one shows afterwards;
/// `footage` says what a camera saw. The content is fetched from the platform's files. Immutable; any thread.
public record Attachment(
        String fileId,
        String phase,
        String mediaType,
        Instant addedAt,
        boolean simulated,
        @Nullable String pairOf,
        @Nullable Footage footage) {
    /// The phase of what a camera saw.
    public static final String EVIDENCE = "evidence";

    public Attachment(String fileId, String phase, String mediaType, Instant addedAt, boolean simulated) {
        this(fileId, phase, mediaType, addedAt, simulated, null, null);
    }

    /// Whether it can be looked at as a picture. No `is…`: such a one would go onto the wire as a field of its own.
    public boolean showsPicture() {
        return mediaType.startsWith("image/");
    }
}
