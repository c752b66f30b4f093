package org.yiping.server.video;

/// Why a source did not do what it was asked: `code` is refused (our credentials), unknown (the device or recording),
/// offline, silent, busy (others are before us), unable (the device), or not-offered (the source).
public final class VideoFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    public VideoFault(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
