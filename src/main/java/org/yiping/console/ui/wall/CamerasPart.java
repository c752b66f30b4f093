package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.Pictures;
import org.yiping.console.ui.StatusWords;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeWord.Letter;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallScene.Shown;

/// Cameras of the wall: the panel `cameras-wall` where this program has it, else a frame that says it has not.
/// FX thread.
///
/// Where the scene lets them go on, each tile goes on at its own moment, so that a wall of them never opens all its
/// streams at once.
final class CamerasPart implements WallPart {
    static final String PANEL = "cameras-wall";

    /// Caption type as a share of its tile's width, at which a street's name and the age fit one line.
    private static final double TYPE = 0.0875;
    /// From this shape on four pictures stand in one row.
    private static final double FLAT = 3;

    private final Desk desk;
    private final Messages messages;
    private final StatusWords words;
    private final PanelPool pool;
    private final Shown shown;
    private final Scene.Share share;
    private final @Nullable Panel panel;
    private final @Nullable Region frame;
    private final FitLine missing;
    private final FitLine online;
    private final VBox note;
    private final StackPane root;
    private Pictures.@Nullable Choice asked;
    private boolean seen;
    private boolean pulling;
    private boolean lacks;

    CamerasPart(Scene.Tile tile, Box box, Tiers tiers, WallMonitor.Kit kit) {
        desk = kit.desk();
        messages = kit.hall().messages();
        words = new StatusWords(desk, messages);
        pool = kit.pool();
        shown = tile.shown();
        share = tile.share();
        double least = Math.min(tiers.may() * 0.5, box.height() * 0.05);
        missing = new FitLine(Math.min(tiers.should(), box.height() * 0.12), least, "wall-muted").side(HPos.CENTER);
        online = new FitLine(Math.min(tiers.may() * 1.1, box.height() * 0.09), least, "wall-muted").side(HPos.CENTER);
        root = new StackPane();
        root.getStyleClass().add("wall-cameras");
        panel = pool.has(PANEL) ? pool.take(PANEL) : null;
        note = Nodes.column("wall-missing", missing, online);
        StackPane.setMargin(note, new Insets(WallPart.bezel(Math.min(1, box.width() / 1200))));
        frame = panel == null ? null : pool.frame(panel);
        root.getChildren().add(frame == null ? note : frame);
        boolean row = box.width() > FLAT * box.height();
        int across = row ? side() * side() : side();
        WallPart.based(root, Math.min(tiers.may(), box.width() / across * TYPE));
        WallPart.sized(root, box.width(), box.height());
    }

    private int side() {
        return Shares.side(shown);
    }

    @Override
    public Region root() {
        return root;
    }

    /// Its cameras under their letters. None before it was asked for some: the panel may come from another scene and
    /// still show what that had.
    List<Letter> lettered() {
        if (asked == null || lacks || !(panel instanceof Pictures pictures)) {
            return List.of();
        }
        List<CameraId> shown = pictures.lettered();
        return IntStream.range(0, Math.min(shown.size(), side() * side()))
                .mapToObj(i -> new Letter(share.letter() + i, shown.get(i)))
                .toList();
    }

    /// The oldest of its pictures, by the camera's name, once it is late: a live one is no news, and its name is long.
    @Override
    public List<StatusWords.Aged> ages(Instant now) {
        return panel instanceof Pictures pictures && !lacks
                ? pictures.oldest(now).map(old -> words.picture(old.of(), old.age())).stream()
                        .filter(StatusWords.Aged::isLate)
                        .toList()
                : List.of();
    }

    @Override
    public void show() {
        seen = true;
        if (panel != null) {
            pool.see(panel);
        }
    }

    @Override
    public void hide() {
        seen = false;
        pulling = false;
        if (panel != null) {
            pool.give(panel);
        }
    }

    @Override
    public void tick(WallFace face) {
        boolean known = desk.stores().cameras().rows().size() > 0;
        String why = panel == null ? messages.get("wall.no-cameras") : nothingNear(face, known);
        missing.text(why);
        online.text(known ? words.cameras().text() : "");
        if (panel == null) {
            return;
        }
        lacks = !why.isEmpty();
        Region stands = lacks || frame == null ? note : frame;
        if (!root.getChildren().contains(stands)) {
            root.getChildren().setAll(stands);
        }
        if (lacks) {
            if (pulling) {
                pulling = false;
                panel.onHide();
            }
            return;
        }
        ask(face.detail().near(), face.detail().now());
        if (seen && !pulling) {
            pulling = true; // now that it knows which: nothing is pulled for what stood here last
            panel.onShow();
        }
    }

    /// Why there is nothing to be seen near the case in focus; empty where there is, or where that is not
    /// asked. Another place's cameras would be taken for those of this one.
    private String nothingNear(WallFace face, boolean known) {
        if (!near() || !face.detail().near().isEmpty()) {
            return "";
        }
        WallFace.Focus focus = face.detail().focus();
        boolean placed = focus != null && focus.face().value().place().position() != null;
        return messages.get(!known ? "wall.no-data" : placed ? "wall.none-near" : "wall.near-unknown");
    }

    private boolean near() {
        return shown.option("cameras", "").isEmpty()
                && shown.option("near", "no").equals("yes");
    }

    private void ask(List<CameraId> near, Instant now) {
        if (!(panel instanceof Pictures pictures)) {
            return;
        }
        String ids = shown.option("cameras", "");
        List<CameraId> named = !ids.isEmpty()
                ? Arrays.stream(ids.split(",")).map(CameraId::new).toList()
                : near() ? near : List.of();
        int many = named.isEmpty() ? desk.stores().cameras().rows().size() : named.size();
        Pictures.Choice next = new Pictures.Choice(
                side(), named, page(now, many) * share.all() + share.first(), share.all(), share.letter());
        if (!next.equals(asked)) {
            asked = next;
            pictures.ask(next);
        }
    }

    /// Which page of its list it shows, by the clock alone; tiles of one scene turn one after another.
    private int page(Instant now, int many) {
        Duration every = Duration.ofSeconds(shown.number("every", 0));
        int pages = share.all() == 0 ? 1 : Math.max(1, Math.ceilDiv(many, share.all()));
        if (every.isZero() || pages == 1 || now.equals(Instant.EPOCH)) {
            return 0;
        }
        return WallScene.turn(now.minus(every.multipliedBy(share.turn()).dividedBy(share.turns())), every, pages);
    }
}
