/// What `./yiping bench map` starts: the city it measures by, the engine's own figures, frames of real windows, and the
/// peers they are held against. Peers live here and never in the product.
@NullMarked
package org.yiping.bench.map;

import org.jspecify.annotations.NullMarked;
