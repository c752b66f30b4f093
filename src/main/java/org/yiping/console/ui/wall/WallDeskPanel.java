package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.control.TypedText;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallId;

/// The wall driven from a desk (大屏控制): what can be sent, the wall in small to send it to, and what stands there
/// by whom and until when. FX thread.
///
/// A hand drags something onto a place; keys take it with Enter and name the place by its letter.
public final class WallDeskPanel implements Panel {
    private static final String GROUP = "desk.group";
    private static final int LOOKED_SECONDS = 5;

    private final Hall hall;
    private final DeskModel model;
    private final OrderWords words;
    private final WallOffers offers;
    private final Miniature wall;
    private final SendLine line;
    private final SentList sent;
    private final MirrorHand mirror;
    private final Chip follow;
    private final PanelHeader header;
    private final ListView<WallOffer> list = new ListView<>();
    private final TextField find = new TextField();
    /// In the order of the groups.
    private final List<Chip> chips;
    private final VBox side;
    private final HBox root;
    private final Subscriptions subscriptions = new Subscriptions();
    private WallOffers.Group group = WallOffers.Group.SCENES;
    private List<Object> offered = List.of();

    /// `shipped` are the scenes of a city that has written none.
    public WallDeskPanel(Desk desk, Hall hall, WallBook shipped) {
        this.hall = hall;
        model = new DeskModel(desk, hall, shipped);
        words = new OrderWords(desk, hall.messages());
        offers = new WallOffers(desk, words);
        mirror = new MirrorHand(desk, hall, model);
        follow = new Chip("desk/follow", text("desk.follow"));
        follow.setOnAction(_ -> {
            mirror.turn(follow.isSelected());
            refresh();
        });
        line = new SendLine(hall, model, words, follow, this::refresh);
        sent = new SentList(hall, model, words, this::refresh);
        wall = new Miniature(words, text("desk.wall"), (panel, at) -> send(offers.of(panel), at), this::chosen);
        header = new PanelHeader(hall.messages(), text("desk.wall"));
        chips = List.of(
                chip("desk/scenes", "desk.scenes", WallOffers.Group.SCENES),
                chip("desk/cases", "desk.cases", WallOffers.Group.CASES),
                chip("desk/cameras", "desk.cameras", WallOffers.Group.CAMERAS),
                chip("desk/panels", "desk.panels", WallOffers.Group.PANELS));
        side = side();
        VBox middle = new VBox(new PanelFrame(header, wall), line.root(), sent.root());
        VBox.setVgrow(sent.root(), Priority.ALWAYS);
        middle.getStyleClass().add("page-column");
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        root = Nodes.row("page-row", side, middle);
        root.getStyleClass().add("page");
    }

    private Chip chip(String id, String key, WallOffers.Group of) {
        Chip chip = new Chip(id, text(key));
        chip.setOnAction(_ -> {
            group = of;
            refresh();
        });
        return chip;
    }

    private VBox side() {
        ToggleGroup toggles = new ToggleGroup();
        HBox row = Nodes.row("desk-groups");
        for (Chip chip : chips) {
            chip.setToggleGroup(toggles);
            row.getChildren().add(chip);
        }
        find.setId("desk/find");
        find.setPromptText(text("desk.find"));
        find.setAccessibleText(text("desk.find"));
        TypedText.of(find).addListener((_, _, _) -> refresh());
        list.setId("desk/offers");
        list.setAccessibleText(text("desk.offers"));
        list.getStyleClass().add("rows");
        list.setPlaceholder(EmptyState.empty(text("desk.nothing")));
        list.setCellFactory(_ -> new WallOfferCell(model::take, wall::offers));
        list.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            WallOffer offer = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && offer != null) {
                take(offer);
                e.consume();
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(offer -> {
            if (offer != null) {
                model.take(offer);
                line.refresh();
            }
        });
        VBox body = new VBox(row, find, Nodes.grow(list));
        body.setMinWidth(0);
        VBox made = new VBox(new PanelFrame(new PanelHeader(hall.messages(), text("desk.offers")), body));
        VBox.setVgrow(made.getChildren().getFirst(), Priority.ALWAYS);
        made.getStyleClass().add("desk-side");
        return made;
    }

    /// Into the hand; a scene needs no place.
    private void take(WallOffer offer) {
        model.take(offer);
        if (offer.scene() == null) {
            wall.requestFocus();
            refresh();
        } else {
            send(offer, null);
        }
    }

    private void chosen(org.yiping.domain.wall.Region at) {
        model.hand().ifPresent(offer -> send(offer, at));
    }

    private void send(WallOffer offer, org.yiping.domain.wall.@Nullable Region at) {
        String refused = model.refusal(offer.scene() == null ? at : null);
        if (refused.isEmpty()) {
            if (model.send(offer, at, hall.now())) {
                wall.forget();
            }
        } else {
            line.refused(refused);
        }
        refresh();
    }

    private void refresh() {
        Instant now = hall.now();
        WallPlan plan = model.plan(now);
        header.meta(words.standing(plan.scene(), model.sent(now), model.told().isPresent(), model.monitors())
                + words.otherwise(
                        model.dueInstead(now).orElse(null), model.unknown(now).orElse(null)));
        wall.show(new MiniFace(
                plan,
                model.monitors(),
                model.sent(now),
                model.underWay(),
                model.pictures(now),
                model.stands(now),
                now));
        chips.get(List.of(WallOffers.Group.values()).indexOf(group)).setSelected(true);
        Nodes.show(find, group == WallOffers.Group.CAMERAS);
        offer(now);
        follow.setSelected(mirror.isOn());
        follow.setDisable(!mirror.isOn() && model.ownView(now).isEmpty());
        line.refresh();
        sent.refresh(plan, now);
    }

    /// Looking through thousands of cameras is not done each second.
    private void offer(Instant now) {
        List<Object> key = List.of(
                group,
                TypedText.of(find).get(),
                model.standing().urgent(),
                offers.picked(),
                offers.view(),
                model.book().scenes().size(),
                now.getEpochSecond() / LOOKED_SECONDS);
        if (!key.equals(offered)) {
            offered = key;
            List<WallOffer> next = offers.of(
                    group,
                    model.book(),
                    model.standing().urgent(),
                    TypedText.of(find).get());
            if (!next.equals(list.getItems())) {
                list.getItems().setAll(next);
            }
        }
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                hall.action("desk/to-wall", GROUP, "desk.to-wall", this::takePicked)
                        .on(new Key(KeyCode.W, true, false, true)),
                hall.action("desk/view-to-wall", GROUP, "desk.view-to-wall", this::takeView)
                        .on(new Key(KeyCode.V, true, false, true)));
    }

    /// What the seat has picked, from wherever that was, into the hand.
    private void takePicked() {
        offers.picked()
                .ifPresentOrElse(
                        offer -> {
                            group = offer.panel() != null && offer.panel().panel() == PanelKind.CAMERAS
                                    ? WallOffers.Group.CAMERAS
                                    : WallOffers.Group.CASES;
                            take(offer);
                        },
                        () -> line.refused(text("desk.nothing-picked")));
    }

    /// The part of the city the seat's map shows.
    private void takeView() {
        group = WallOffers.Group.PANELS;
        offers.view().ifPresentOrElse(this::take, () -> line.refused(text("desk.no-view")));
    }

    @Override
    public void onShow() {
        subscriptions.close();
        model.show();
        Feed<CommandId> deliveries = hall.feed(ids -> {
            ids.forEach(id -> model.told(id, hall.now()));
            refresh();
        });
        subscriptions.add(deliveries);
        Feed<WallId> walls = hall.feed(_ -> refresh());
        subscriptions.add(walls);
        subscriptions.add(model.listen(deliveries::changed, walls::changed));
        subscriptions.listen(hall.ticker().now(), now -> {
            model.tick(now, this::refresh);
            refresh();
        });
    }

    @Override
    public void onHide() {
        subscriptions.close();
        model.hide();
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
