package org.yiping.domain.casework;

import java.time.Instant;

/// A photo or other file of a case. `fileId` is its SHA-256; `phase` an open code: before 处置前, after 处置后,
/// check 核查. The content is fetched from the platform's files. Immutable; any thread.
public record Attachment(String fileId, String phase, String mediaType, Instant addedAt, boolean simulated) {}
