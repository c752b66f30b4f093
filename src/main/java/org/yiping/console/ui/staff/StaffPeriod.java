package org.yiping.console.ui.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Of which time the page is, as figures have it. Immutable.
record StaffPeriod(String period, @Nullable LocalDate day) {}
