package org.yiping.domain.wall;

import java.util.Locale;
import org.yiping.domain.Id;

/// A computer of the wall (节点), named in small letters, digits and hyphens; usually as its machine is.
public record NodeId(String value) implements Id {
    public NodeId {
        Id.check(value);
        if (!value.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("a node is named in small letters, digits and hyphens: " + value);
        }
    }

    /// A machine's name made one: what a node may not be called becomes hyphens.
    public static NodeId of(String machine) {
        String name =
                machine.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return new NodeId(name.isEmpty() ? "wall" : name.substring(0, Math.min(64, name.length())));
    }
}
