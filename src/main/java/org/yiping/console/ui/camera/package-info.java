/// Camera tiles and the list to choose them from.
@NullMarked
package org.yiping.console.ui.camera;

import org.jspecify.annotations.NullMarked;
