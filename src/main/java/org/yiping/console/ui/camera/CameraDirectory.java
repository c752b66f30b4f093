package org.yiping.console.ui.camera;

// long because a search, a choice, a list and what its keys do are one control of many short methods
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.LinkState;
import org.yiping.console.store.Me;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.camera.DirectoryTree.Listing;
import org.yiping.console.ui.camera.DirectoryWords.By;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.Device;

/// The cameras to choose from (设备目录): a tree by area, business group or kind, or what typed words mean. FX thread; what
/// is listed is worked out beside it.
///
/// A camera this post may not see is listed with a lock and taken nowhere.
final class CameraDirectory {
    private static final String BY = "directory.by"; // not a message
    private static final Set<String> ALL = Set.of("all");
    /// How often favourites that were not told are asked for, in seconds.
    private static final int ASK_AGAIN = 10;
    /// A camera that showed so much of its day needs nobody's eye.
    private static final double WELL = 0.99;

    private final Desk desk;
    private final Hall hall;
    private final DirectoryWords words;
    private final Consumer<Camera> take;
    private final TextField find = new TextField();
    private final Map<By, Chip> chips = new EnumMap<>(By.class);
    private final ObservableList<DirectoryRow> rows = FXCollections.observableArrayList();
    private final ListView<DirectoryRow> list = new ListView<>(rows);
    private final Label hint = Nodes.label("", "t-second");
    private final KeyButton star;
    private final KeyButton onMap;
    private final PanelFrame root;
    private final Favourites favourites;
    private final Set<String> turned = new HashSet<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private Listing listing = Listing.NOTHING;
    private Function<CameraId, Optional<Double>> counts = _ -> Optional.empty();
    private By by;
    private int asked;
    private int ticks;
    private @Nullable CameraId pointed;

    /// `take` is given a camera that is to be seen.
    CameraDirectory(Desk desk, Hall hall, Consumer<Camera> take) {
        this.desk = desk;
        this.hall = hall;
        this.take = take;
        words = new DirectoryWords(hall.messages());
        by = By.kept(hall.remembered().now().get().choices().getOrDefault(BY, ""));
        favourites = new Favourites(desk.lookup()::cameras, hall.fx(), this::starred);
        find.setId("camera/find");
        find.setPromptText(text("directory.find"));
        find.setAccessibleText(text("directory.find"));
        find.textProperty().addListener((_, _, _) -> relist(() -> {}));
        find.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !find.getText().isEmpty()) {
                find.clear();
                e.consume();
            } else if (e.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                e.consume();
            }
        });
        list.setId("camera/list");
        list.setAccessibleText(text("camera.list"));
        list.setCellFactory(_ -> new DirectoryCell(this));
        list.setPlaceholder(Nodes.label(text("directory.none-found"), "t-second"));
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                takeSelected();
            }
        });
        list.setOnKeyPressed(this::key);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> offer());
        star = new KeyButton(hall.messages(), "directory/star", text("directory.star"), "H", this::starSelected).low();
        onMap = new KeyButton(hall.messages(), "directory/map", text("directory.map"), "G", this::point)
                .icon(Icons.LOCATE)
                .low();
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox body = new VBox(Nodes.row("filter-line", Nodes.grow(find)), choices(), list);
        root = new PanelFrame(new PanelHeader(hall.messages(), text("camera.list")), body);
        FlowPane buttons = new FlowPane(star, onMap);
        buttons.getStyleClass().add("directory-buttons");
        hint.setWrapText(true);
        hint.setMinWidth(0);
        VBox foot = Nodes.column("directory-foot", hint, buttons);
        foot.setMinHeight(Region.USE_PREF_SIZE); // a short list gives way first
        list.setPrefHeight(0);
        list.setMinHeight(0);
        root.foot(foot);
        root.getStyleClass().add("camera-chooser");
        offer();
    }

    private Region choices() {
        ToggleGroup group = new ToggleGroup();
        FlowPane line = new FlowPane();
        line.getStyleClass().add("chip-line");
        for (By each : By.values()) {
            Chip chip = new Chip("directory/by-" + each.choice(), title(each));
            chip.setToggleGroup(group);
            chip.setSelected(each == by);
            chip.setOnAction(_ -> arrange(each));
            chips.put(each, chip);
            line.getChildren().add(chip);
        }
        line.getChildren()
                .add(new KeyButton(hall.messages(), "directory/by", text("directory.turn"), "L", this::next)
                        .low()
                        .flat());
        return line;
    }

    private String title(By each) {
        return switch (each) {
            case AREA -> text("directory.by-area");
            case GROUP -> text("directory.by-group");
            case KIND -> text("directory.by-kind");
        };
    }

    private void next() {
        arrange(by.next());
    }

    private void arrange(By next) {
        by = next;
        chips.forEach((each, chip) -> chip.setSelected(each == next));
        hall.remembered().change(p -> p.withChoice(BY, next.choice()));
        relist(() -> {});
    }

    Region root() {
        return root;
    }

    /// Who knows how much of today a camera showed a moving picture, 0 to 1.
    void counts(Function<CameraId, Optional<Double>> told) {
        counts = told;
    }

    /// There are other counts.
    void recount() {
        list.refresh();
    }

    /// How much of today it showed a moving picture where that is worth its room in a row: below 99 %, never rounded up
    /// to it. Else empty.
    String poorShare(CameraId id) {
        return counts.apply(id)
                .filter(share -> share < WELL)
                .map(share -> (int) (share * 100) + "%")
                .orElse("");
    }

    /// What is said of its day; empty where nothing is known of it.
    String today(CameraId id) {
        return counts.apply(id)
                .map(UptimeWords::percent)
                .map(p -> text("uptime.directory", p))
                .orElse("");
    }

    /// To be seen, if it is there and this post may see it.
    void take(CameraId id) {
        desk.stores().cameras().find(id).filter(this::isViewed).ifPresent(take);
    }

    List<Action> actions() {
        return List.of(
                hall.action("directory/by-area", "camera.list", "directory.arrange-area", () -> arrange(By.AREA)),
                hall.action("directory/by-group", "camera.list", "directory.arrange-group", () -> arrange(By.GROUP)),
                hall.action("directory/by-kind", "camera.list", "directory.arrange-kind", () -> arrange(By.KIND)));
    }

    void onShow() {
        subscriptions.close();
        Feed<String> feed = hall.feedBeside((_, drawn) -> relist(drawn));
        subscriptions.add(feed);
        subscriptions.add(desk.stores().cameras().subscribe(_ -> feed.changed(ALL)));
        subscriptions.add(desk.stores().areas().subscribe(_ -> feed.changed(ALL)));
        subscriptions.listen(hall.ticker().now(), _ -> tick());
        favourites.load();
        relist(() -> {});
    }

    void onHide() {
        subscriptions.close();
    }

    /// Favourites the platform has not told are asked for again while it is reached.
    private void tick() {
        if (!favourites.isKnown()
                && ++ticks % ASK_AGAIN == 0
                && desk.stores().link().known().orElse(null) instanceof LinkState.Live) {
            favourites.load();
        }
    }

    /// All cameras in the order of the list, those this post may see.
    List<Camera> order() {
        return listing.order().stream().filter(this::isViewed).toList();
    }

    /// By the platform's word of who may see it; whoever is not known yet is refused by the platform itself.
    boolean isViewed(Camera c) {
        Device device = c.device();
        return device == null
                || desk.me().map(Me::actor).map(a -> device.viewedBy(a.post())).orElse(true);
    }

    private void relist(Runnable drawn) {
        int question = ++asked;
        By made = by;
        var areas = desk.stores().areas();
        DirectoryTree.Wish wish = new DirectoryTree.Wish(
                c -> words.path(c, made, areas),
                this::isViewed,
                favourites.kept(),
                text("directory.favourites"),
                Set.copyOf(turned),
                find.getText());
        hall.sorter().execute(() -> {
            Listing next =
                    DirectoryTree.list(desk.stores().cameras().rows().values().toList(), wish);
            hall.fx().execute(() -> {
                if (question == asked) {
                    show(next);
                }
                drawn.run();
            });
        });
    }

    /// Rows that stay are changed in their place: the list keeps where it is and what is selected.
    private void show(Listing next) {
        listing = next;
        List<DirectoryRow> now = next.rows();
        if (now.size() == rows.size() && isSame(now)) {
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).equals(rows.get(i))) {
                    rows.set(i, now.get(i));
                }
            }
        } else {
            DirectoryRow was = list.getSelectionModel().getSelectedItem();
            rows.setAll(now);
            list.getSelectionModel().clearSelection();
            for (int i = 0; was != null && i < now.size(); i++) {
                if (now.get(i).key().equals(was.key())) {
                    list.getSelectionModel().select(i);
                    break;
                }
            }
        }
        offer();
    }

    private boolean isSame(List<DirectoryRow> now) {
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).key().equals(rows.get(i).key())) {
                return false;
            }
        }
        return true;
    }

    private void key(KeyEvent e) {
        DirectoryRow row = list.getSelectionModel().getSelectedItem();
        if (row instanceof DirectoryRow.Branch b) {
            switch (e.getCode()) {
                case ENTER -> fold(b, !b.open());
                case RIGHT -> fold(b, true);
                case LEFT -> fold(b, false);
                default -> {
                    return;
                }
            }
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER) {
            takeSelected();
            e.consume();
        }
    }

    void fold(DirectoryRow.Branch branch, boolean open) {
        if (branch.open() != open) {
            if (!turned.remove(branch.key())) {
                turned.add(branch.key());
            }
            relist(() -> {});
        }
    }

    private @Nullable Camera selected() {
        return list.getSelectionModel().getSelectedItem() instanceof DirectoryRow.Leaf leaf ? leaf.camera() : null;
    }

    private void takeSelected() {
        Camera camera = selected();
        if (camera != null && isViewed(camera)) {
            take.accept(camera);
        }
    }

    private void starSelected() {
        Camera camera = selected();
        if (camera == null) {
            hint.setText(text("directory.none-selected"));
        } else {
            star(camera.id());
        }
    }

    void star(CameraId id) {
        favourites.turn(id);
    }

    private void starred() {
        list.refresh(); // a star that is pending is no other row
        relist(() -> {});
    }

    /// Shows the camera where a map is open; it stays out of the tiles.
    private void point() {
        Camera camera = selected();
        if (camera == null) {
            hint.setText(text("directory.none-selected"));
            return;
        }
        Selection.Picked there = new Selection.Picked.OfCamera(camera.id());
        if (!there.equals(desk.selection().picked())) {
            pointed = camera.id();
            desk.selection().pick(there);
        }
        hint.setText(text("directory.on-map", camera.name()));
    }

    /// Whether this pick was only for the map; true once.
    boolean pointed(CameraId id) {
        boolean was = id.equals(pointed);
        pointed = null;
        return was;
    }

    /// What the buttons can do with the selected row, and what Enter would.
    private void offer() {
        Camera camera = selected();
        boolean has = camera != null && favourites.kept().contains(camera.id());
        star.words(text(has ? "directory.unstar" : "directory.star"));
        star.pending(camera != null && favourites.isPending(camera.id()));
        onMap.forbid(camera != null && !camera.standsOnMap() ? text("directory.not-placed") : "");
        hint.setText(
                switch (favourites.trouble()) {
                    case UNREACHABLE -> text("directory.trouble-unreachable");
                    case REFUSED -> text("directory.trouble-refused");
                    case FULL -> text("directory.trouble-full", Favourites.MOST);
                    case NONE ->
                        text(camera != null && !isViewed(camera) ? "directory.locked-hint" : "camera.list-hint");
                });
    }

    /// What stands at its foot.
    String hint() {
        return hint.getText();
    }

    boolean isPending(CameraId id) {
        return favourites.isPending(id);
    }

    String state(CameraState s) {
        return words.state(s);
    }

    String detail(CameraState s) {
        return words.detail(s, hall.now(), desk.city().map(CityFacts::zone).orElse(ZoneOffset.UTC));
    }

    String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
