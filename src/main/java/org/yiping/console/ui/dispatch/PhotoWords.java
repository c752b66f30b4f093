package org.yiping.console.ui.dispatch;

import org.yiping.console.fx.Messages;
import org.yiping.domain.casework.Attachment;

/// What a photo is said to show (处置前、核实、处置后、核查、备注). Stateless; any thread.
final class PhotoWords {
    private PhotoWords() {}

    static String phase(Attachment photo, int number, Messages messages) {
        return switch (photo.phase()) {
            case "after" -> messages.get("case.photo-after");
            case "verify" -> messages.get("case.photo-verify");
            case "check" -> messages.get("case.photo-check");
            case Attachment.EVIDENCE -> messages.get("evidence.phase");
            case "note" -> messages.get("case.photo-note");
            default -> messages.get("case.photo-before", number);
        };
    }
}
