package org.yiping.console.ui;

import org.yiping.console.fx.Messages;
import org.yiping.domain.kpi.Counter;

/// What counters are called (domain.md 6.1), so that a formula can be read. Any thread; stateless.
public final class CounterWords {
    private CounterWords() {}

    /// The code itself where this console does not know it.
    public static String of(String code, Messages messages) {
        return Counter.of(code).map(c -> of(c, messages)).orElse(code);
    }

    private static String of(Counter counter, Messages messages) {
        return switch (counter) {
            case REPORTED -> messages.get("kpi.counter-reported");
            case VALID_REPORTED -> messages.get("kpi.counter-valid-reported");
            case PUBLIC_REPORTED -> messages.get("kpi.counter-public-reported");
            case PUBLIC_VERIFIED -> messages.get("kpi.counter-public-verified");
            case NOT_ACCEPTED -> messages.get("kpi.counter-not-accepted");
            case MERGED -> messages.get("kpi.counter-merged");
            case VOIDED -> messages.get("kpi.counter-voided");
            case VERIFY_NEEDED -> messages.get("kpi.counter-verify-needed");
            case VERIFY_DONE -> messages.get("kpi.counter-verify-done");
            case VERIFY_IN_TIME -> messages.get("kpi.counter-verify-in-time");
            case SEND_VERIFY_NEEDED -> messages.get("kpi.counter-send-verify-needed");
            case SEND_VERIFY_IN_TIME -> messages.get("kpi.counter-send-verify-in-time");
            case SELF_HANDLED -> messages.get("kpi.counter-self-handled");
            case SELF_HANDLED_CLOSED -> messages.get("kpi.counter-self-handled-closed");
            case SELF_HANDLED_VOIDED -> messages.get("kpi.counter-self-handled-voided");
            case REPORTED_OPEN -> messages.get("kpi.counter-reported-open");
            case ACCEPTED -> messages.get("kpi.counter-accepted");
            case ACCEPTED_IN_TIME -> messages.get("kpi.counter-accepted-in-time");
            case ACCEPTED_ACCURATE -> messages.get("kpi.counter-accepted-accurate");
            case ACCEPTED_FILED -> messages.get("kpi.counter-accepted-filed");
            case FILED -> messages.get("kpi.counter-filed");
            case FILED_IN_TIME -> messages.get("kpi.counter-filed-in-time");
            case FILED_ACCURATE -> messages.get("kpi.counter-filed-accurate");
            case FILED_PUBLIC -> messages.get("kpi.counter-filed-public");
            case FILED_PUBLIC_VERIFIED -> messages.get("kpi.counter-filed-public-verified");
            case MISSED -> messages.get("kpi.counter-missed");
            case DISPATCH_NEEDED -> messages.get("kpi.counter-dispatch-needed");
            case DISPATCH_DONE -> messages.get("kpi.counter-dispatch-done");
            case DISPATCH_IN_TIME -> messages.get("kpi.counter-dispatch-in-time");
            case DISPATCH_ACCURATE -> messages.get("kpi.counter-dispatch-accurate");
            case DISPATCH_WRONG -> messages.get("kpi.counter-dispatch-wrong");
            case CLOSE_NEEDED -> messages.get("kpi.counter-close-needed");
            case CLOSE_DONE -> messages.get("kpi.counter-close-done");
            case CLOSE_IN_TIME -> messages.get("kpi.counter-close-in-time");
            case CLOSE_OVERDUE -> messages.get("kpi.counter-close-overdue");
            case RETURNED -> messages.get("kpi.counter-returned");
            case EXTENDED -> messages.get("kpi.counter-extended");
            case SUSPENDED -> messages.get("kpi.counter-suspended");
            case REWORKED -> messages.get("kpi.counter-reworked");
            case REWORKED_CLOSE -> messages.get("kpi.counter-reworked-close");
            case REOPENED -> messages.get("kpi.counter-reopened");
            case FORCED -> messages.get("kpi.counter-forced");
            case SUPERVISED -> messages.get("kpi.counter-supervised");
            case ORDER_NEEDED -> messages.get("kpi.counter-order-needed");
            case ORDER_DONE -> messages.get("kpi.counter-order-done");
            case ORDER_IN_TIME -> messages.get("kpi.counter-order-in-time");
            case APPEALED -> messages.get("kpi.counter-appealed");
            case VOIDED_AFTER_FILING -> messages.get("kpi.counter-voided-after-filing");
            case DISPATCHED -> messages.get("kpi.counter-dispatched");
            case HANDLE_NEEDED -> messages.get("kpi.counter-handle-needed");
            case HANDLE_DONE -> messages.get("kpi.counter-handle-done");
            case HANDLE_IN_TIME -> messages.get("kpi.counter-handle-in-time");
            case HANDLE_LATE -> messages.get("kpi.counter-handle-late");
            case HANDLE_OVERDUE_PENDING -> messages.get("kpi.counter-handle-overdue-pending");
            case HANDLE_EXTENDED -> messages.get("kpi.counter-handle-extended");
            case SEND_CHECK_NEEDED -> messages.get("kpi.counter-send-check-needed");
            case CHECK_NEEDED -> messages.get("kpi.counter-check-needed");
            case CHECK_DONE -> messages.get("kpi.counter-check-done");
            case CHECK_IN_TIME -> messages.get("kpi.counter-check-in-time");
            case SEND_CHECK_IN_TIME -> messages.get("kpi.counter-send-check-in-time");
            case CLOSED -> messages.get("kpi.counter-closed");
            case CLOSED_JUDGED -> messages.get("kpi.counter-closed-judged");
            case CLOSED_IN_TIME -> messages.get("kpi.counter-closed-in-time");
            case CALL_BACK_NEEDED -> messages.get("kpi.counter-call-back-needed");
            case CALLED_BACK -> messages.get("kpi.counter-called-back");
            case CALL_BACK_REACHED -> messages.get("kpi.counter-call-back-reached");
            case CALL_BACK_JUDGED -> messages.get("kpi.counter-call-back-judged");
            case CALL_BACK_SATISFIED -> messages.get("kpi.counter-call-back-satisfied");
            case CALL_BACK_VERY_SATISFIED -> messages.get("kpi.counter-call-back-very-satisfied");
            case CALL_BACK_DISSATISFIED -> messages.get("kpi.counter-call-back-dissatisfied");
            case CLOSING_JUDGED -> messages.get("kpi.counter-closing-judged");
            case CLOSING_IN_TIME -> messages.get("kpi.counter-closing-in-time");
            case VERIFY_SENT -> messages.get("kpi.counter-verify-sent");
            case VERIFY_SENT_IN_TIME -> messages.get("kpi.counter-verify-sent-in-time");
            case VERIFY_ANSWERED -> messages.get("kpi.counter-verify-answered");
            case VERIFY_ANSWERED_IN_TIME -> messages.get("kpi.counter-verify-answered-in-time");
            case FIRST_DISPATCHED -> messages.get("kpi.counter-first-dispatched");
            case FIRST_DISPATCHED_IN_TIME -> messages.get("kpi.counter-first-dispatched-in-time");
            case FIRST_DISPATCHED_ACCURATE -> messages.get("kpi.counter-first-dispatched-accurate");
            case CHECK_SENT -> messages.get("kpi.counter-check-sent");
            case CHECK_SENT_IN_TIME -> messages.get("kpi.counter-check-sent-in-time");
            case CHECK_ANSWERED -> messages.get("kpi.counter-check-answered");
            case CHECK_ANSWERED_IN_TIME -> messages.get("kpi.counter-check-answered-in-time");
            case OPEN -> messages.get("kpi.counter-open");
            case TO_ACCEPT -> messages.get("kpi.counter-to-accept");
            case OVERDUE -> messages.get("kpi.counter-overdue");
            case PAUSED -> messages.get("kpi.counter-paused");
        };
    }
}
