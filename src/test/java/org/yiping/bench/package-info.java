/// Measurements, run by `./yiping bench NAME`. They start the product's own programs with their normal settings.
@NullMarked
package org.yiping.bench;

import org.jspecify.annotations.NullMarked;
