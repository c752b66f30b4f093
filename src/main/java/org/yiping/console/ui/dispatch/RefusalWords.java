package org.yiping.console.ui.dispatch;

import java.util.stream.Collectors;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.dispatch.DeskActions.Refusal;

/// Why an action is not this seat's now, in words. Any thread.
record RefusalWords(Messages messages, Words words) {
    String words(Refusal refusal) {
        return switch (refusal) {
            case DeskActions.OtherPosts(var posts) ->
                messages.get(
                        "case.refuse-post",
                        posts.stream().map(words::post).collect(Collectors.joining(messages.get("words.and"))));
            case DeskActions.OtherHand(var owner) ->
                messages.get("case.refuse-hand", words.seats().name(owner));
            case DeskActions.NotHandler() -> messages.get("case.refuse-handler");
            case DeskActions.NotDepartment() -> messages.get("case.refuse-department");
            case DeskActions.OpenSteps(var steps) ->
                messages.get(
                        "case.refuse-steps",
                        steps.stream().map(words::step).collect(Collectors.joining(messages.get("words.and"))));
            case DeskActions.Guarded(String guard) -> words(guard);
        };
    }

    private String words(String guard) {
        return switch (guard) {
            case "unassigned" -> messages.get("case.refuse-unassigned");
            case "call-back-wanted" -> messages.get("case.refuse-no-call-back");
            case "not-overdue" -> messages.get("case.refuse-overdue");
            case "was-overdue" -> messages.get("case.refuse-in-time");
            case "assisted" -> messages.get("case.refuse-assisted");
            case "until-ahead" -> messages.get("case.refuse-until-over");
            case "until-passed" -> messages.get("case.refuse-until-ahead");
            case "lacks:docket" -> messages.get("case.refuse-docket");
            default ->
                guard.startsWith("below:")
                        ? messages.get("case.refuse-often", guard.substring(guard.lastIndexOf(':') + 1))
                        : guard.startsWith("has:")
                                ? messages.get("case.refuse-no-cause")
                                : messages.get("case.refuse-unknown", guard);
        };
    }
}
