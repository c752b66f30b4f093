package org.yiping.end2end;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.yiping.console.store.OwnNode;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallTopology;
import org.yiping.fake.Await;
import org.yiping.fake.CutProxy;
import org.yiping.fake.Desk;
import org.yiping.protocol.wall.ShippedScenes;
import org.yiping.server.Photos;
import org.yiping.server.SmallCity;

/// What a release leaves on disk, kept in a file: a platform's data with its city, a supervisor's
/// cache, the cache of a collector whose last report could not be sent, and that of a computer of the wall; and in
/// `told` what was in them. The release of 27 November has no wall.
///
/// Made once, by the release itself: `java -cp … org.yiping.end2end.Release FILE.zip` in its checkout. To be made for
/// every release and never again for an old one.
final class Release {
    private static final List<String> CASES = List.of("reported", "filed", "dispatched", "handled");

    /// What waited must still be wanted whenever the test runs.
    private static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");

    /// The computer of the wall, and where its one monitor hangs.
    static final NodeId NODE = new NodeId("hall-1");

    static final NodeWord.Corner CORNER = new NodeWord.Corner(1920, 0);
    static final NodeWord WORD =
            new NodeWord(WallTopology.of(List.of(new Box(0, 0, 1920, 1080))), CORNER, false, 1, null, 0);
    static final SceneId SCENE = new SceneId("night-shift");

    private static final Set<String> KEPT = Set.of("city", "data", "collector-s1", "supervisor-s1", "wall-s1", "told");

    private Release() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("release");
        Properties told = new Properties();
        try (Town town = new Town(folder);
                CutProxy wire = new CutProxy(town.platform.port())) {
            work(town, wire, told);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("told"))) {
            told.store(out, null);
        }
        zip(folder, Path.of(arguments[0]));
    }

    private static void work(Town town, CutProxy wire, Properties told) {
        int port = town.platform.port();
        Desk watcher = town.seat("supervisor", "supervisor", port);
        Desk collector = town.seat("collector", "collector", wire.port());
        Desk acceptor = town.seat("acceptor", "acceptor", port);
        Desk leader = town.seat("leader", "duty-leader", port);
        Desk dispatcher = town.seat("dispatcher", "dispatcher", port);
        Desk department = town.seat("depart1", "department", port);
        for (String id : CASES) {
            submit(collector, watcher, id, Wishes.report(collector, id, SmallCity.WEST), "to-accept");
        }
        for (String id : CASES.subList(1, 4)) {
            act(acceptor, watcher, id, "send-verify", Wishes.handler("p-col"), "verifying");
            act(collector, watcher, id, "verify-exists", Wishes.reason("属实"), "to-accept");
            act(acceptor, watcher, id, "pass", Command.Fields.NONE, "to-file");
            act(leader, watcher, id, "file", Wishes.criterion("E-0110-01"), "to-dispatch");
        }
        for (String id : CASES.subList(2, 4)) {
            act(dispatcher, watcher, id, "dispatch", Wishes.department("d1"), "to-handle");
        }
        act(department, watcher, "handled", "assign", Wishes.handler("p-d1"), "handling");
        String photo = department.outbox.attach(Photos.jpeg(7), "image/jpeg").join();
        act(department, watcher, "handled", "finish", Wishes.photos(photo), "to-check");
        wall(town, watcher, leader, told);
        Await.until("the collector has seen all", () -> collector.tables.revision() == watcher.tables.revision());
        wire.down(true);
        wire.cut();
        CommandId waiting = new CommandId(UUID.randomUUID().toString());
        Command.Head head = new Command.Head(waiting, collector.tables.revision(), LATE);
        collector.outbox.submit(Wishes.report(head, "waiting", SmallCity.WEST)).join();
        told.setProperty("made", Instant.now().toString());
        told.setProperty("wire", "http://127.0.0.1:" + wire.port());
        told.setProperty("platform", "http://127.0.0.1:" + port);
        told.setProperty("waiting", waiting.value());
        told.setProperty("revision", Long.toString(watcher.tables.revision()));
        states(watcher).forEach((id, state) -> told.setProperty("case." + id, state));
        told.setProperty("applied", Integer.toString(town.applied().size()));
    }

    /// A scene is saved at a desk, two things are sent to the wall, of which one goes by itself and one stands until
    /// somebody takes it off; and a computer of the wall has seen all of it and been given its place.
    private static void wall(Town town, Desk watcher, Desk leader, Properties told) {
        WallScene scene = ShippedScenes.book()
                .find(new SceneId("overview"))
                .orElseThrow()
                .title(new WallScene.Title("夜班", "Night shift"));
        WallScene saved = new WallScene(SCENE, "1", scene.title(), scene.layouts());
        watcher.outbox
                .submit(new Aside.SaveScene(head(watcher), SCENE, "", saved, null))
                .join();
        Await.until(
                "the scene is saved", () -> watcher.stores.scenes().find(SCENE).isPresent());
        WallOrder passing = WallOrder.scene(SCENE, "夜班交接", 600);
        WallOrder standing = WallOrder.panel(
                new Region(new WallScene.Grid(3, 2), new WallScene.Span(1, 1, 1, 1)),
                new WallScene.Shown(PanelKind.TITLE, Map.of("zh", "防汛会商")),
                "会商",
                null);
        for (WallOrder order : List.of(passing, standing)) {
            Await.until("the leader has seen it", () -> leader.tables.revision() >= watcher.tables.revision());
            Command.Head head = head(leader);
            leader.outbox
                    .submit(new Aside.SendToWall(head, WallId.OWN, order, List.of()))
                    .join();
            Await.until("it is sent", () -> placed(watcher).contains(head.id()));
            watcher.settle();
            told.setProperty("wall.standing", head.id().value());
        }
        OwnNode own = new OwnNode(new OwnNode.Place(WallId.OWN.value(), NODE, CORNER));
        own.say(WORD);
        Desk wall =
                town.seat("wall", "wall", town.platform.port(), "s1").as(own).start();
        Await.until(
                "the wall has seen it",
                () -> placed(wall).size() == 2
                        && wall.stores.scenes().find(SCENE).isPresent());
        Await.until(
                "its place",
                () -> own.step(wall.tables.clock.instant())
                        .flatMap(s -> s.part(NODE))
                        .isPresent());
        wall.settle();
        told.setProperty("wall.scene", saved.version());
    }

    /// What has been sent to the wall and neither replaced nor taken off, as a desk knows it.
    static List<CommandId> placed(Desk desk) {
        return desk.stores.walls().find(WallId.OWN).stream()
                .flatMap(w -> w.placements().stream())
                .map(Placement::id)
                .toList();
    }

    private static Command.Head head(Desk desk) {
        return new Command.Head(
                new CommandId(UUID.randomUUID().toString()),
                desk.tables.revision(),
                Instant.now().plus(Duration.ofMinutes(30)));
    }

    private static void act(Desk actor, Desk watcher, String id, String action, Command.Fields fields, String then) {
        Await.until("the seat has seen it", () -> actor.tables.revision() >= watcher.tables.revision());
        submit(actor, watcher, id, Wishes.act(actor, id, action, fields), then);
    }

    private static void submit(Desk actor, Desk watcher, String id, Command command, String then) {
        actor.outbox.submit(command).join();
        Town.awaitState(watcher, id, then);
    }

    /// How each case stands at a desk.
    static TreeMap<String, String> states(Desk desk) {
        TreeMap<String, String> states = new TreeMap<>();
        desk.stores
                .cases()
                .rows()
                .values()
                .forEach(c -> states.put(c.id().value(), c.progress().state().value()));
        return states;
    }

    private static void zip(Path folder, Path to) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path name = folder.relativize(file);
                if (KEPT.contains(name.getName(0).toString())
                        && !name.toString().endsWith(".lock")
                        && !name.toString().endsWith(".trace.db")) {
                    zip.putNextEntry(new ZipEntry(name.toString()));
                    Files.copy(file, zip);
                }
            }
        }
    }

    /// Lays a copy of a kept release into a folder; answers what was in it.
    static Properties unpack(String name, Path folder) throws IOException {
        try (InputStream in = Release.class.getResourceAsStream("/release/" + name + ".zip");
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        Properties told = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve("told"))) {
            told.load(in);
        }
        return told;
    }
}
