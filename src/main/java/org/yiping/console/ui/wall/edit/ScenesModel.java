package org.yiping.console.ui.wall.edit;

// long because everything the editor can do to a scene is here, a few lines each

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yiping.console.ui.Desk;
import org.yiping.domain.Versioned;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.Tiling;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallTeam;

/// What the scene editor shows and does: the scenes there are, one of them under the hand, its layout and tile, and
/// what becomes of saving it. FX thread; knows no node.
///
/// Every scene somebody changed keeps its own steps until it is saved, also while another one is looked at. What
/// another desk saves meanwhile never takes a change away: it is told, and somebody chooses.
final class ScenesModel {
    private static final Set<PostCode> EDITORS =
            Set.of(new PostCode("supervisor"), new PostCode("leader"), new PostCode("administrator"));

    /// As the design draws a wall.
    private static final WallScene.Grid USUAL = new WallScene.Grid(3, 2);

    private final Desk desk;
    private final SceneScript script;
    private final SceneStock stock;
    private final Map<SceneId, Edit<WallScene>> edits = new HashMap<>();
    private final Set<SceneId> ownNew = new HashSet<>();
    private final Edit<WallRules> rules;
    private WallBook book;
    private SceneId open;
    private int layout;
    private int tile;
    private List<WallTeam.Computer> computers = List.of();

    ScenesModel(Desk desk, SceneScript script) {
        this.desk = desk;
        this.script = script;
        stock = new SceneStock(desk, script.shipped());
        book = stock.book();
        open = book.rules().standard();
        rules = new Edit<>(book.rules(), r -> r.version(""));
        open(book.find(open).isPresent() ? open : book.scenes().getFirst().id());
    }

    /// With what stands by now: to be called when city or saved scenes have changed.
    void follow() {
        book = stock.book();
        edits.forEach((id, edit) -> book.find(id).ifPresent(edit::follow));
        ownNew.removeIf(id -> book.find(id).isPresent());
        edits.entrySet().removeIf(e -> book.find(e.getKey()).isEmpty() && !outlives(e.getKey(), e.getValue()));
        rules.follow(book.rules());
        if (!open.equals(WallEdition.RULES) && book.find(open).isEmpty() && !ownNew.contains(open)) {
            open(book.scenes().getFirst().id());
        }
        narrow();
    }

    /// A scene that is gone: what the hand has made of it goes on as a new one.
    private boolean outlives(SceneId id, Edit<WallScene> edit) {
        if (!ownNew.contains(id) && edit.changed()) {
            edit.against(edit.base().version(""));
            ownNew.add(id);
        }
        return ownNew.contains(id);
    }

    List<SceneLine> lines() {
        List<SceneLine> all = new ArrayList<>();
        book.scenes().forEach(s -> all.add(stock.line(s, edits.get(s.id()))));
        ownNew.forEach(id -> all.add(new SceneLine(id, edit(id).now(), SceneLine.Origin.NEW, true, null)));
        return all;
    }

    /// What a desk saved under that name and which stands.
    Optional<WallEdition> edition(SceneId id) {
        return stock.edition(id);
    }

    SceneId open() {
        return open;
    }

    boolean rulesOpen() {
        return open.equals(WallEdition.RULES);
    }

    /// With the layout for the wall there is, as far as anybody has said what wall that is.
    void open(SceneId id) {
        open = id;
        tile = 0;
        WallScene.Grid wall = rules.now().room().known().monitors();
        layout = rulesOpen() ? 0 : scene().layouts().indexOf(scene().layout(wall == null ? USUAL : wall));
    }

    WallScene scene() {
        return edit().now();
    }

    int layoutIndex() {
        return layout;
    }

    WallScene.Layout layout() {
        return scene().layouts().get(layout);
    }

    int tileIndex() {
        return tile;
    }

    WallScene.Tile tile() {
        return layout().tiles().get(tile);
    }

    void chooseLayout(int index) {
        layout = index;
        tile = 0;
        narrow();
    }

    void chooseTile(int index) {
        tile = index;
        narrow();
    }

    WallRules rules() {
        return rules.now();
    }

    WallBook book() {
        return book;
    }

    /// The wall's computers as they told last; none while nobody told.
    List<WallTeam.Computer> computers() {
        return computers;
    }

    void computers(List<WallTeam.Computer> told) {
        computers = List.copyOf(told);
    }

    Set<SceneId> known() {
        return book.scenes().stream().map(WallScene::id).collect(Collectors.toSet());
    }

    /// Whether the change fits; one that does not leaves everything as it is.
    boolean change(Function<WallScene.Layout, Optional<WallScene.Layout>> step) {
        Optional<WallScene.Layout> next = step.apply(layout());
        next.ifPresent(l -> {
            List<WallScene.Layout> all = new ArrayList<>(scene().layouts());
            all.set(layout, l);
            put(scene().layouts(all));
        });
        return next.isPresent();
    }

    boolean changeTile(Function<WallScene.Tile, WallScene.Tile> step) {
        return change(l -> Tiling.with(l, tile, step::apply));
    }

    void title(WallScene.Title title) {
        put(scene().title(title));
    }

    /// For a wall of so many monitors; begins as the one that is open.
    boolean addLayout(WallScene.Grid monitors) {
        if (scene().layouts().stream().anyMatch(l -> l.monitors().equals(monitors))) {
            return false;
        }
        List<WallScene.Layout> all = new ArrayList<>(scene().layouts());
        all.add(new WallScene.Layout(monitors, layout().grid(), layout().tiles()));
        put(scene().layouts(all));
        chooseLayout(all.size() - 1);
        return true;
    }

    /// A scene has at least one.
    boolean dropLayout() {
        if (scene().layouts().size() == 1) {
            return false;
        }
        List<WallScene.Layout> all = new ArrayList<>(scene().layouts());
        all.remove(layout);
        put(scene().layouts(all));
        narrow();
        return true;
    }

    boolean rulesChanged() {
        return rules.changed();
    }

    void changeRules(WallRules next) {
        rules.change(next);
    }

    /// The open scene under another name, as a new one; false where that name is taken or none.
    boolean copyAs(String name, WallScene.Title title) {
        try {
            SceneId id = new SceneId(name);
            if (id.equals(WallEdition.RULES) || book.find(id).isPresent() || ownNew.contains(id)) {
                return false;
            }
            WallScene copy = new WallScene(id, "", title, scene().layouts());
            edits.put(id, new Edit<>(copy, s -> s.version("")));
            ownNew.add(id);
            open(id);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    void undo() {
        boolean _ = hand().undo();
        narrow();
    }

    void redo() {
        boolean _ = hand().redo();
        narrow();
    }

    boolean canUndo() {
        return hand().canUndo();
    }

    boolean canRedo() {
        return hand().canRedo();
    }

    boolean changed() {
        return hand().changed() || ownNew.contains(open);
    }

    /// The version under which it will be saved.
    String next() {
        return WallEdition.after(baseVersion(), stock.used(open));
    }

    /// What another desk has saved since this was opened here, where the hand has changed it too.
    boolean conflict() {
        Versioned standing = rulesOpen() ? book.rules() : book.find(open).orElse(null);
        return standing != null && !standing.equals(hand().base());
    }

    /// Theirs counts; a step back brings what was made here.
    void takeTheirs() {
        if (rulesOpen()) {
            rules.change(book.rules());
            rules.against(book.rules());
        } else {
            book.find(open).ifPresent(theirs -> {
                edit().change(theirs);
                edit().against(theirs);
            });
        }
        narrow();
    }

    /// What was made here counts, and is saved over theirs.
    void keepMine() {
        if (rulesOpen()) {
            rules.against(book.rules());
        } else {
            book.find(open).ifPresent(edit()::against);
        }
    }

    /// Theirs, to be looked at beside.
    Optional<WallScene> theirs() {
        return rulesOpen() ? Optional.empty() : book.find(open);
    }

    boolean mayEdit() {
        return desk.me().map(m -> EDITORS.contains(m.actor().post())).orElse(false);
    }

    /// Why what is open could not be read back; empty where it could.
    String fault() {
        return rulesOpen()
                ? script.fault(rules.now().version(next()), known())
                : script.fault(edit().now().version(next()));
    }

    String text() {
        return rulesOpen() ? script.text(rules.now()) : script.text(edit().now());
    }

    /// What saving it asks for, under the next version.
    Aside.SaveScene saving(Command.Head head) {
        return rulesOpen()
                ? new Aside.SaveScene(
                        head, open, baseVersion(), null, rules.now().version(next()))
                : new Aside.SaveScene(head, open, baseVersion(), edit().now().version(next()), null);
    }

    /// What a desk saved is taken back: the city's file or the shipped scene stands again.
    Aside.SaveScene takingBack(Command.Head head) {
        return new Aside.SaveScene(head, open, book.version(open), null, null);
    }

    private String baseVersion() {
        return hand().base().version();
    }

    private void put(WallScene next) {
        edit().change(next);
        narrow();
    }

    private Edit<?> hand() {
        return rulesOpen() ? rules : edit();
    }

    private Edit<WallScene> edit() {
        return edit(open);
    }

    private Edit<WallScene> edit(SceneId of) {
        return edits.computeIfAbsent(of, id -> new Edit<>(book.find(id).orElseThrow(), s -> s.version("")));
    }

    /// The hand stays on a layout and a tile there is.
    private void narrow() {
        if (rulesOpen()) {
            return;
        }
        layout = Math.clamp(layout, 0, scene().layouts().size() - 1);
        tile = Math.clamp(tile, 0, layout().tiles().size() - 1);
    }
}
