/// Inspection on the spot (监督检查、实地考察): samples of points, what was found there, what people answered, and the
/// marks that come of it. No clock, no storage.
@NullMarked
package org.yiping.domain.inspection;

import org.jspecify.annotations.NullMarked;
