package org.yiping.console.ui.camera;

/// A camera's name as its street and the spot there (人民南路三段 · 茶岸南街口), so that both lines show whole where one
/// would be cut. Immutable; any thread.
record CameraName(String street, String spot) {
    private static final String BETWEEN = " · ";

    /// A name without the dot is all street.
    static CameraName of(String name) {
        int dot = name.indexOf(BETWEEN);
        return dot <= 0
                ? new CameraName(name, "")
                : new CameraName(name.substring(0, dot), name.substring(dot + BETWEEN.length()));
    }
}
