/// Inspections on the spot (考察): plans, draws with their proof, point cards, questionnaires, and what they come
/// to.
@NullMarked
package org.yiping.console.ui.inspection;

import org.jspecify.annotations.NullMarked;
