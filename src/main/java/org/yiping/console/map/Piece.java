package org.yiping.console.map;

/// A square picture of the ground and where it lies in a window, enlarged or reduced to fill that box (底图块). Of
/// two with the same `drawn` the pixels are the same, `side` of them in a row, opaque ARGB; they may be read
/// until the frame is released. Any thread.
@SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
public record Piece(Object drawn, int side, int[] pixels, PixelBox box) {}
