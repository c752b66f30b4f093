package org.yiping.domain.casework;

/// What the rules say to a command: the case as it becomes with its flow record, or why not. Immutable; any
/// thread.
public sealed interface Outcome {
    record Changed(Case result, FlowRecord entry) implements Outcome {}

    /// `code`: unknown-class, unknown-criterion, wrong-kind, outside-city, state, post, missing,
    /// unknown-department, unknown-person, unfit-person, unknown-kind, range, or the guard that refuses (see
    /// `Workflow.Permission`). `pointer` is the JSON pointer of what is wrong in the command's payload.
    record Refused(String code, String pointer) implements Outcome {}
}
