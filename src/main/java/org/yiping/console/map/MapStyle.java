package org.yiping.console.map;

import java.awt.Font;

/// Everything about looks that the engine is given: colours, the two cuts of one typeface, and for what distance it
/// draws. Immutable; any thread.
public record MapStyle(Palette palette, Font regular, Font bold, Generalisation generalisation) {}
