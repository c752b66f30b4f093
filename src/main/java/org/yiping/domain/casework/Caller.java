package org.yiping.domain.casework;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.hotline.CallId;

/// Personal data of who reported. The server masks it by post (`masked`) before it leaves; of who asked for
/// confidence (`confidential`, 保密) it leaves nothing but for the posts the rules name. `call` is the hotline's call
/// they reported by. Immutable; any thread.
public record Caller(
        String name,
        String phone,
        boolean callBack,
        boolean masked,
        @Nullable Boolean confidential,
        @Nullable CallId call) {
    /// Of who did not ask for confidence.
    public Caller(String name, String phone, boolean callBack, boolean masked) {
        this(name, phone, callBack, masked, null, null);
    }

    /// Whether they asked that nobody else learns who they are.
    public boolean inConfidence() {
        return Boolean.TRUE.equals(confidential);
    }
}
