package org.yiping.console.ui.control;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons of the console: names of Material Design 2 by meaning, three sizes, colour from the theme.
///
/// JavaFX thread. An icon is decoration for a screen reader: the control that carries it has the name.
public final class Icons {
    public static final String FIND = "mdi2m-magnify";
    public static final String FILTER = "mdi2f-filter-variant";
    public static final String SORT = "mdi2s-sort-clock-ascending-outline";
    public static final String COLUMNS = "mdi2v-view-column-outline";
    public static final String SEND = "mdi2s-send";
    public static final String PENDING = "mdi2p-progress-upload";
    public static final String LOCKED = "mdi2l-lock-outline";
    public static final String PRINT = "mdi2p-printer";
    public static final String EXPORT = "mdi2e-export-variant";
    public static final String AGE = "mdi2c-clock-outline";
    public static final String AGE_LATE = "mdi2c-clock-alert-outline";
    public static final String LINK_LIVE = "mdi2l-lan-connect";
    public static final String LINK_LATE = "mdi2l-lan-pending";
    public static final String LINK_LOST = "mdi2l-lan-disconnect";
    public static final String OUTBOX = "mdi2t-tray-arrow-up";
    public static final String DANGER = "mdi2a-alert-octagon-outline";
    public static final String WARNING = "mdi2a-alert-outline";
    public static final String INFO = "mdi2i-information-outline";
    public static final String FIELD_ERROR = "mdi2a-alert-circle-outline";
    public static final String COLLECTOR = "mdi2a-account-hard-hat";
    public static final String HOTLINE = "mdi2p-phone-in-talk-outline";
    public static final String CAPTURE = "mdi2c-cctv";
    public static final String SENSOR = "mdi2a-access-point";
    public static final String PUBLIC_APP = "mdi2c-cellphone";
    public static final String CAMERA = "mdi2c-cctv";
    public static final String CAMERA_OFF = "mdi2v-video-off-outline";
    public static final String FROZEN = "mdi2p-pause-circle-outline";
    public static final String TOUR = "mdi2a-autorenew";
    public static final String SNAPSHOT = "mdi2c-camera-outline";
    public static final String REPLAY = "mdi2r-replay";
    public static final String RECORD = "mdi2r-record-circle-outline";
    public static final String CUT = "mdi2c-content-cut";
    public static final String CALL_OUT = "mdi2b-bullhorn-outline";
    public static final String NO_DECODER = "mdi2p-puzzle-remove-outline";
    public static final String SLOWED = "mdi2s-speedometer-slow";
    public static final String SELECT_BOX = "mdi2s-select-drag";
    public static final String SELECT_CIRCLE = "mdi2v-vector-circle";
    public static final String SELECT_POLYGON = "mdi2v-vector-polygon";
    public static final String DRAW_LINE = "mdi2v-vector-line";
    public static final String RULER = "mdi2r-ruler";
    public static final String FIT = "mdi2f-fit-to-page-outline";
    public static final String LOCATE = "mdi2c-crosshairs-gps";
    public static final String TO_WALL = "mdi2p-projector-screen-outline";
    public static final String HOLD = "mdi2p-pin-outline";
    public static final String RETURNS = "mdi2t-timer-sand";
    public static final String OPEN = "mdi2c-chevron-right";
    public static final String FOLDED = "mdi2c-chevron-right";
    public static final String UNFOLDED = "mdi2c-chevron-down";
    public static final String EARLIER = "mdi2c-chevron-left";
    public static final String LATER = "mdi2c-chevron-right";
    public static final String CLOSE = "mdi2c-close";
    public static final String ADD = "mdi2p-plus";
    public static final String REMOVE = "mdi2m-minus";
    public static final String EMPTY = "mdi2i-inbox-outline";
    public static final String LOADING = "mdi2p-progress-clock";
    public static final String NO_PHOTO = "mdi2i-image-off-outline";
    public static final String HIDDEN = "mdi2e-eye-off-outline";
    public static final String PERSON = "mdi2a-account-circle-outline";

    /// 16 px in controls, 14 in rows, 12 in tags, 24 in empty states.
    public enum Size {
        CONTROL,
        ROW,
        TAG,
        LARGE
    }

    private Icons() {}

    public static FontIcon of(String name, Size size) {
        FontIcon icon = new FontIcon(name);
        icon.getStyleClass().add("icon-" + size.name().toLowerCase(Locale.ROOT));
        icon.setAccessibleRole(AccessibleRole.NODE);
        icon.setMouseTransparent(true);
        return icon;
    }

    public static void change(FontIcon icon, String name) {
        icon.setIconLiteral(name);
    }
}
