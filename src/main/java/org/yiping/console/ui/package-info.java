/// The console's windows. A feature shows one public class, its `Panel`; panels meet only through `PanelCatalogue`.
@NullMarked
package org.yiping.console.ui;

import org.jspecify.annotations.NullMarked;
