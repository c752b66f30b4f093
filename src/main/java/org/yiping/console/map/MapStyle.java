package org.yiping.console.map;

import java.awt.Font;

/// Everything about looks that the engine is given: colours and the two cuts of one typeface. Immutable; any thread.
public record MapStyle(Palette palette, Font regular, Font bold) {}
