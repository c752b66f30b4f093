package org.yiping.console.link;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Workflow;

/// An item of `GET /cases/{id}/actions`. Immutable; any thread.
public record ActionOffer(
        ActionCode action, boolean allowed, @Nullable String refusal, Workflow.@Nullable Transition transition) {}
