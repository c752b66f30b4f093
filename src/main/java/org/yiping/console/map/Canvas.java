package org.yiping.console.map;

/// Opaque ARGB pixels being drawn on. Confined to one thread at a time.
@SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
record Canvas(int[] pixels, int width, int height) {}
