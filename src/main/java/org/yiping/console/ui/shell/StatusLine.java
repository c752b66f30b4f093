package org.yiping.console.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.settings.Theme;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.StatusWords;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.OpenDayTag;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.console.ui.control.StatusItem;

/// The status line (28 px), never hidden: what is late, waiting, old or simulated stands here. FX thread.
final class StatusLine {
    private static final double MOST_SECONDS_OFF = 2;

    private final Desk desk;
    private final Hall hall;
    private final StatusWords words;
    private final StatusItem link;
    private final StatusItem revision;
    private final StatusItem outbox;
    private final StatusItem oldest;
    private final StatusItem cameras;
    private final StatusItem damage;
    private final @Nullable WallWatch wall;
    private final StatusItem selection;
    private final SimulatedTag simulated;
    private final OpenDayTag openDay;
    private final Label notice = Nodes.cut("", "status-item");
    private final StatusItem offset;
    private final StatusItem theme;
    private final HBox root;
    private boolean wrong;

    StatusLine(String window, Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        words = new StatusWords(desk, hall.messages());
        link = item(window, "link");
        revision = item(window, "revision");
        outbox = item(window, "outbox");
        oldest = item(window, "oldest");
        cameras = item(window, "cameras");
        damage = new StatusItem(window + "/status-damage", Icons.WARNING); // may be long: it is cut before others go
        selection = item(window, "selection");
        offset = item(window, "offset");
        theme = item(window, "theme");
        theme.getStyleClass().add("last");
        wall = window.equals("workbench") ? new WallWatch(window, desk, hall) : null; // asked once a seat
        simulated = new SimulatedTag(SimulatedTag.What.CITY, hall.messages());
        openDay = new OpenDayTag(hall.messages());
        root = Nodes.row(
                "status-line",
                link,
                revision,
                outbox,
                oldest,
                cameras,
                Nodes.whenSaid(damage),
                Nodes.spring(),
                selection,
                Nodes.row("status-tags", simulated, openDay),
                notice,
                offset,
                theme);
        if (wall != null) {
            carry(wall.line());
        }
    }

    Region root() {
        return root;
    }

    /// What else is to be told here, between what is always said and what is good to know.
    void carry(Region told) {
        root.getChildren().add(root.getChildren().indexOf(selection), told);
    }

    void tick(Instant now) {
        List.of(revision, cameras, offset, theme).forEach(item -> Nodes.show(item, true));
        show(link, words.link(now));
        revision.show(words.revision(), StatusItem.State.LIVE);
        show(outbox, words.outbox(now));
        show(oldest, words.oldestEntry(now));
        show(cameras, words.cameras());
        damage.show(words.damage(), StatusItem.State.LOST);
        if (wall != null) {
            wall.tick(now);
        }
        Selection.Picked what = desk.selection().picked();
        boolean picked = !(what instanceof Selection.Picked.Nothing || what instanceof Selection.Picked.OfPoint);
        Nodes.show(selection, picked);
        selection.show(hall.messages().get("status.selected"), StatusItem.State.LIVE);
        boolean made = desk.city().map(c -> c.name().simulated()).orElse(false);
        Nodes.show(simulated, made);
        Nodes.show(openDay, desk.stores().veil().on());
        Nodes.show(notice, made);
        notice.setText(desk.city()
                .map(c -> c.name().notice(hall.messages().locale().get()))
                .orElse(""));
        Duration off = Duration.between(hall.ownTime(), desk.stores().clock().instant());
        double seconds = Math.round(off.toMillis() / 100.0) / 10.0;
        wrong = Math.abs(seconds) > MOST_SECONDS_OFF;
        offset.show(
                hall.messages().get("status.offset", (seconds < 0 ? "−" : "+") + Math.abs(seconds)),
                wrong ? StatusItem.State.LATE : StatusItem.State.LIVE);
        var look = hall.themes().look().get();
        theme.show(
                hall.messages()
                        .get(
                                look.theme() == Theme.HALL ? "status.theme-hall" : "status.theme-office",
                                look.scalePercent()),
                StatusItem.State.LIVE);
        if (root.getWidth() > 0) {
            fit();
        }
    }

    /// Where not all fit, the least important leave whole rather than all being cut; link, outbox and oldest never, nor
    /// a clock that is wrong.
    private void fit() {
        List<Region> leaving = wrong
                ? List.of(theme, selection, revision, notice, cameras)
                : List.of(theme, offset, selection, revision, notice, cameras);
        double need = root.getInsets().getLeft() + root.getInsets().getRight();
        for (Node n : root.getChildren()) {
            need += n.isManaged() ? n.prefWidth(-1) : 0;
        }
        for (Region r : leaving) {
            if (need > root.getWidth() && r.isManaged()) {
                need -= r.prefWidth(-1);
                Nodes.show(r, false);
            }
        }
    }

    private static void show(StatusItem item, StatusWords.Entry entry) {
        item.show(entry.text(), entry.state());
        item.icon(entry.icon());
    }

    private static StatusItem item(String window, String part) {
        StatusItem item = new StatusItem(window + "/status-" + part);
        item.setMinWidth(Region.USE_PREF_SIZE);
        return item;
    }
}
