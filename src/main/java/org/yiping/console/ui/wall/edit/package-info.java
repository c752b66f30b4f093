/// The scene editor of the wall: scenes drawn, checked for legibility and saved at a desk.
@NullMarked
package org.yiping.console.ui.wall.edit;

import org.jspecify.annotations.NullMarked;
