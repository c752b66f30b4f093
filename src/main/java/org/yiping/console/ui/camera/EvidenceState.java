package org.yiping.console.ui.camera;

import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;

/// What the desk for evidence has to say. Immutable.
sealed interface EvidenceState {
    record Nothing() implements EvidenceState {}

    record Working() implements EvidenceState {}

    /// A picture of the camera's largest stream is waited for.
    record Fetching() implements EvidenceState {}

    /// Why nothing was taken; `key` is a message.
    record Failed(String key) implements EvidenceState {}

    /// The first of those waiting may be put into a case.
    record Ready() implements EvidenceState {}

    /// The disk would not take it; it still waits.
    record NotKept() implements EvidenceState {}

    /// It is on this machine's disk and on its way.
    record Queued(CommandId command, CaseId into) implements EvidenceState {}

    record Stored(CaseId into) implements EvidenceState {}

    record Refused(String title, String code) implements EvidenceState {}
}
