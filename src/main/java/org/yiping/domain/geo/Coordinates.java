package org.yiping.domain.geo;

/// A place as a coordinate system writes it down (坐标): longitude and latitude in degrees, or metres to the east and to
/// the north. In which system it is, whoever holds it knows. Immutable; any thread.
///
/// @param x longitude, or metres east
/// @param y latitude, or metres north
public record Coordinates(double x, double y) {}
