package org.yiping.console.map;

/// Major class of a component (部件大类): □ utility, ● road, △ appearance, + greenery, × other.
public enum MajorClass {
    UTILITY,
    ROAD,
    APPEARANCE,
    GREENERY,
    OTHER
}
