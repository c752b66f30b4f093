package org.yiping.domain.wall;

import org.yiping.domain.Id;

/// A scene of the wall (场景), named as its file is: `overview` lies in `scenes/overview.yaml`.
public record SceneId(String value) implements Id {
    public SceneId {
        Id.check(value);
        if (!value.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("a scene is named in small letters, digits and hyphens: " + value);
        }
    }
}
