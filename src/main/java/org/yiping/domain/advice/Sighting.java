package org.yiping.domain.advice;

import java.time.Instant;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;

/// That something of a class was reported at a place: as much of a case as finding duplicates and recurring places
/// needs. Immutable; any thread.
public record Sighting(CaseId id, ClassCode classCode, Position position, Instant at) {}
