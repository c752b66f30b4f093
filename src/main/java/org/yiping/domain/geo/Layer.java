package org.yiping.domain.geo;

/// A base-map layer the platform offers. `name` is an open code: roads, blocks, buildings, water, green, district,
/// street, community, cell. `attribution` is shown wherever the layer is; `datum` states what the source was in
/// (positions are WGS 84 here in any case). Immutable; any thread.
public record Layer(String name, long revision, int count, String attribution, String datum) {}
