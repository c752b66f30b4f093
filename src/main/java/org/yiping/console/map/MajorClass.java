package org.yiping.console.map;

import org.yiping.domain.component.ComponentTable;

/// Major class of a component (部件大类): □ utility, ● road, △ appearance, + greenery, × other.
public enum MajorClass {
    UTILITY,
    ROAD,
    APPEARANCE,
    GREENERY,
    OTHER;

    /// Of the rows of a part.
    public static MajorClass of(ComponentTable.Part part) {
        return switch (part.major()) {
            case "01" -> UTILITY;
            case "02" -> ROAD;
            case "03" -> APPEARANCE;
            case "04" -> GREENERY;
            default -> OTHER;
        };
    }
}
