package org.yiping.server;

// long because the root names every part of a platform once

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.websocket.WsRouting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseRules;
import org.yiping.domain.casework.HolidayTables;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.ApiKeys;
import org.yiping.server.access.Passwords;
import org.yiping.server.access.Roster;
import org.yiping.server.access.Sessions;
import org.yiping.server.access.SwitchKeys;
import org.yiping.server.advice.AdviceBook;
import org.yiping.server.advice.CityGround;
import org.yiping.server.advice.Counsel;
import org.yiping.server.advice.OpenLoads;
import org.yiping.server.command.Alarms;
import org.yiping.server.command.CameraDays;
import org.yiping.server.command.CameraDirectories;
import org.yiping.server.command.CameraList;
import org.yiping.server.command.CameraStates;
import org.yiping.server.command.CaseClerk;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.command.Receipts;
import org.yiping.server.command.Recognisers;
import org.yiping.server.command.Rulebook;
import org.yiping.server.command.WallFiles;
import org.yiping.server.data.Accounts;
import org.yiping.server.data.Backup;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.CaseWords;
import org.yiping.server.data.Catchup;
import org.yiping.server.data.CommandTable;
import org.yiping.server.data.Counters;
import org.yiping.server.data.Database;
import org.yiping.server.data.Disclosures;
import org.yiping.server.data.Entry;
import org.yiping.server.data.FileStore;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.data.SessionTable;
import org.yiping.server.data.Vicinity;
import org.yiping.server.gateway.Gateway;
import org.yiping.server.gateway.HttpGateway;
import org.yiping.server.http.Door;
import org.yiping.server.http.HttpApi;
import org.yiping.server.http.InsideRoutes;
import org.yiping.server.http.StreamEndpoint;
import org.yiping.server.http.Traffic;
import org.yiping.server.http.Web;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.push.Board;
import org.yiping.server.push.Hub;
import org.yiping.server.push.Meters;
import org.yiping.server.report.ReportMaker;
import org.yiping.server.seat.Look;
import org.yiping.server.seat.Seats;
import org.yiping.server.video.Talks;
import org.yiping.server.video.Tickets;
import org.yiping.server.video.Turning;
import org.yiping.server.video.VideoSources;
import org.yiping.server.video.Viewings;
import org.yiping.text.Term;

/// A running platform: the composition root. `start` returns when requests are answered. Any thread may close.
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int LAST_TICK_SECONDS = 5;
    /// How long what is due may wait.
    private static final Duration TICK = Duration.ofSeconds(1);
    /// How soon a camera that nobody turns any more is found.
    private static final Duration BEAT = Duration.ofMillis(250);
    /// How old a seat's word may be where the city has promised nothing.
    private static final int SEATS_SECONDS = 10;

    /// Held, because a logger nobody holds forgets its level. The HTTP server's greetings are not for
    /// operators.
    private static final java.util.logging.Logger HTTP = java.util.logging.Logger.getLogger("io.helidon");
    /// What strangers' bytes do to the parser: a trace with their content for each would fill the disk. What a route
    /// does wrong is told at the door.
    private static final java.util.logging.Logger PARSER =
            java.util.logging.Logger.getLogger("io.helidon.webserver.http1.Http1Connection");

    private final Database database;
    private final Ledger ledger;
    private final CommandDesk desk;
    private final Hub hub;
    private final WebServer web;
    private final ExecutorService threads;
    private final ScheduledExecutorService ticker;
    /// Looks for what is due. Not the ticker, whose beats must not wait for the storage; and no thread that a stop
    /// interrupts, for an interrupted read closes the storage under everybody.
    private final ScheduledExecutorService watcher = daemon("watcher");
    private final Set<String> routes;
    /// What else has to be put away before the storage.
    private final List<Runnable> rest;

    private Server(Parts parts, Hub hub, CommandDesk desk, WebServer web, Set<String> routes, List<Runnable> rest) {
        this.database = parts.database();
        this.ledger = parts.ledger();
        this.threads = parts.threads();
        this.ticker = parts.ticker();
        this.hub = hub;
        this.desk = desk;
        this.web = web;
        this.routes = routes;
        this.rest = rest;
    }

    /// What is there before anything is wired to it.
    record Parts(
            Database database,
            Ledger ledger,
            ExecutorService threads,
            ScheduledExecutorService ticker,
            Clock clock,
            LongSupplier nanos) {}

    /// `administrator` is told name and password of the administrators a new city gets, once, and before anything else
    /// can go wrong.
    static Server start(Options options, Clock clock, Consumer<String> administrator) throws IOException {
        return start(options, clock, System::nanoTime, administrator);
    }

    /// `nanos`: the time of a clock that nobody sets.
    static Server start(Options options, Clock clock, LongSupplier nanos, Consumer<String> administrator)
            throws IOException {
        HTTP.setLevel(java.util.logging.Level.WARNING);
        PARSER.setLevel(java.util.logging.Level.OFF);
        Files.createDirectories(options.data());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        threads.execute(Server::warm);
        ScheduledExecutorService ticker = daemon("ticker");
        Database database = Database.open(options.data(), options.storage());
        try {
            Ledger ledger = new Ledger(database);
            Passwords passwords = new Passwords();
            if (!Rulebook.isIn(new Meta(database))) {
                Path city = options.city();
                if (city == null) {
                    throw new IllegalStateException(
                            "no city in " + options.data() + " yet: start once with --city DIR");
                }
                String shown = new Founding(database, ledger, passwords, clock.instant())
                        .found(city, options.cameras(), options.data());
                if (shown != null) {
                    administrator.accept(shown);
                }
            }
            return wire(options, new Parts(database, ledger, threads, ticker, clock, nanos), passwords);
        } catch (RuntimeException | IOException e) {
            ticker.shutdownNow();
            threads.shutdownNow();
            database.close(); // last: what beats may be writing
            throw e;
        }
    }

    /// Loads what JSON and HTTP need while the storage opens: half of a start is loading classes, and there is
    /// a second core.
    private static void warm() {
        Rulebook.warm();
        WebServer.builder().shutdownHook(false).build();
    }

    private static Server wire(Options options, Parts parts, Passwords passwords) throws IOException {
        Database database = parts.database();
        Rows rows = new Rows(database);
        Access access = Access.shipped();
        Roster roster = new Roster(rows);
        ApiKeys apps = options.open311() == null ? null : ApiKeys.read(options.open311(), roster);
        SwitchKeys switches = options.cti() == null ? null : SwitchKeys.read(options.cti());
        WallFiles wallFiles = new WallFiles(options.city(), new Meta(database), parts.clock());
        Rulebook book =
                Adopting.book(options.city(), new Meta(database), parts.clock().instant());
        new Catchup(database).run(text -> facts(text, book));
        CityAreas areas = new CityAreas(book.settings().box(), new LayerTable(database), parts.threads());
        CaseRules rules = book.rules(areas, roster);
        Sessions sessions = new Sessions(
                new Accounts(database),
                new SessionTable(database),
                roster,
                passwords,
                parts.clock(),
                parts.ledger().genesis().orElse(null));
        Hub.Telemetry telemetry = new Hub.Telemetry(new Board(areas, roster), new Meters(rows.scopes(Kinds.SENSOR)));
        Seats seats = seats(rows, book, sessions, parts.clock());
        Hub hub = new Hub(
                access,
                sessions,
                new Hub.Sources(
                        new JournalReader(database), rows, parts.ledger().revision()),
                telemetry,
                seats,
                new Hub.Tools(parts.clock(), parts.threads(), parts.ticker(), new Disclosures(database)));
        FileTable fileTable = new FileTable(database);
        FileStore files = new FileStore(options.data().resolve("files"), fileTable);
        Backup backup = new Backup(database, files);
        Gateway gateway = HttpGateway.of(options.gateway());
        VideoSources sources = VideoSources.of(options.video(), parts.clock());
        Tickets tickets = new Tickets(parts.clock(), parts.threads());
        Viewings viewings = new Viewings(
                parts.clock(), parts.threads(), s -> sessions.current(s).isPresent());
        Turning turning = new Turning(parts.clock(), parts.threads(), tickets);
        Talks talks = new Talks(parts.clock(), parts.threads());
        var _ = parts.ticker()
                .scheduleWithFixedDelay(turning::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        CameraDirectories directories = new CameraDirectories(
                sources.all(),
                new CameraList(rows, areas, book.settings().box().centre()),
                parts.threads(),
                parts.clock());
        Recognisers recognisers = new Recognisers(rows, new Counters(database), book, parts.clock());
        Keepers keepers = Keepers.of(
                new Keepers.Ground(rows, new JournalReader(database), book, rules, roster, recognisers, wallFiles),
                new Keepers.Means(
                        new Receipts.Means(
                                Adopting.standing(new Meta(database)), hub::terminalHas, gateway, parts.threads()),
                        new Alarms.Means(
                                (post, where) -> calledOn(seats, hub, post, where),
                                Adopting.alarmPhones(new Meta(database)),
                                gateway,
                                parts.threads())),
                parts.clock());
        Vicinity vicinity = new Vicinity(database);
        OpenLoads loads = new OpenLoads(vicinity);
        Counsel counsel = new CityGround(rows, new LayerTable(database), areas, parts.threads())
                .counsel(AdviceBook.load(new Meta(database)), vicinity, roster::departments, loads);
        Evaluation evaluation = Evaluation.of(options, parts, book);
        FigureDesk figures = evaluation.figures();
        CameraDays cameraDays = new CameraDays(new Meta(database), book.zone(), rows);
        CommandDesk desk = new CommandDesk(
                parts.ledger(),
                new CaseClerk(book, rules, access, fileTable, counsel, seats),
                new CommandTable(database),
                entries -> {
                    publish(roster, hub, entries);
                    if (!options.replay()) {
                        keepers.follow(entries);
                    }
                    loads.follow(entries);
                    seats.follow(entries);
                    count(() -> figures.keeper().follow(entries));
                    count(() -> cameraDays.follow(entries));
                },
                new CommandDesk.Surroundings(parts.clock(), options::freeBytes));
        desk.start(task -> Thread.ofPlatform().name("writer").start(task));
        if (options.city() != null) {
            new Adopting(rows, desk, parts.clock().instant()).adopt(options.city(), book.workflow());
        }
        FieldWork.Parts fieldParts = new FieldWork.Parts(database, book, roster, telemetry, parts.clock());
        FieldWork work = FieldWork.of(options, fieldParts, desk, figures);
        work.begin(fieldParts, parts.threads(), parts.ticker());
        Reporting reporting = new Reporting(
                options,
                new Reporting.Ground(
                        database, new ReportMaker.City(rows, roster, book, database), figures, desk, parts.threads()),
                parts.clock(),
                options::freeBytes);
        CaseWords words = new CaseWords(database);
        parts.threads().execute(() -> {
            words.catchUp();
            Term.warm();
        });
        Traffic traffic = new Traffic(parts.clock());
        HttpRouting.Builder routing = HttpRouting.builder();
        Door door = new Door(routing, access, sessions, traffic);
        new HttpApi(
                        access,
                        sessions,
                        new HttpApi.Storage(database, parts.ledger(), files, backup, words),
                        new HttpApi.City(
                                book,
                                rules,
                                counsel,
                                new HttpApi.Evaluation(
                                        figures, evaluation.examiner(), evaluation.inspections(), reporting.desk())),
                        new HttpApi.Desk(
                                desk,
                                telemetry,
                                seats,
                                options.replay(),
                                apps,
                                switches,
                                work.field(),
                                new HttpApi.Video(
                                        new CameraStates(cameraDays),
                                        cameraDays,
                                        recognisers,
                                        sources,
                                        turning,
                                        tickets,
                                        viewings,
                                        talks),
                                HttpApi.Walls.of(parts.clock(), parts.nanos())),
                        parts.clock())
                .open(door);
        String key = passwords.draw();
        HttpRouting.Builder inside = HttpRouting.builder();
        new InsideRoutes(
                        database,
                        parts.ledger(),
                        hub,
                        traffic,
                        backup,
                        new InsideRoutes.Keeper(
                                key,
                                desk::isOpen,
                                () -> HolidayTables.missing(
                                        book.calendars(), parts.clock().instant())))
                .open(inside);
        WsRouting.Builder streams =
                WsRouting.builder().endpoint("/api/v1/stream", () -> new StreamEndpoint(hub, access, sessions));
        Options.Tls tls = options.tls();
        WebServer web = Web.build(
                        new Web.Address(
                                options.port(),
                                tls == null ? null : new Web.Keystore(tls.keystore(), tls.passwordFile())),
                        routing,
                        streams,
                        inside)
                .start();
        if (!web.isRunning()) { // it only logs why
            desk.close();
            throw new IOException("port " + options.port() + " cannot be opened: another program has it,"
                    + " perhaps a server that is still running; stop that or give another --port");
        }
        Server server = new Server(
                parts,
                hub,
                desk,
                web,
                door.routes(),
                List.of(reporting::close, sources::close, figures.keeper()::close, cameraDays::close, work::close));
        if (!options.replay()) { // in a replay the past's calendar would be looked at with today's eyes
            server.watch(keepers);
            server.watch(directories, tickets, viewings, talks);
            reporting.watch();
        }
        server.announce(options.data(), key);
        return server;
    }

    /// What is counted beside may fail: the batch is written, and nobody is to hear that it was not.
    private static void count(Runnable follows) {
        try {
            follows.run();
        } catch (RuntimeException e) {
            LOG.error("something that is counted could not follow the journal", e);
        }
    }

    /// Seats that are ready; where none says so, whoever is on the line.
    private static List<SeatId> calledOn(Seats seats, Hub hub, PostCode post, Scope where) {
        List<SeatId> ready = seats.ready(post, where);
        return ready.isEmpty() ? hub.seats(post, where) : ready;
    }

    /// Until the server stops.
    private void watch(Keepers keepers) {
        var _ = watcher.scheduleWithFixedDelay(() -> keepers.tick(desk), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void watch(CameraDirectories directories, Tickets tickets, Viewings viewings, Talks talks) {
        var _ = watcher.scheduleWithFixedDelay(
                () -> {
                    try {
                        talks.beat();
                        directories.tick(desk);
                        tickets.beat();
                        viewings.beat();
                    } catch (RuntimeException e) {
                        LOG.error("what video sources tell could not be written down", e);
                    }
                },
                0,
                TICK.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static Seats seats(Rows rows, Rulebook book, Sessions sessions, Clock clock) {
        Seats.Source source = new Seats.Source(
                id -> rows.find(Kinds.CASE, id.value())
                        .map(r -> Look.of(
                                Json.mapper().readValue(r.content(), Case.class), book.workflow(), r.revision())),
                session -> sessions.current(session).isPresent(),
                book.workflow());
        return new Seats(
                source, clock, Duration.ofSeconds(book.settings().promises().getOrDefault("seats", SEATS_SECONDS)));
    }

    private static CaseFacts facts(String text, Rulebook book) {
        Case c = Json.mapper().readValue(text, Case.class);
        return new CaseFacts(c, book.workflow().ending(c.progress().state()));
    }

    /// The roster first: whoever is told of a change of rights is judged by the new ones.
    private static void publish(Roster roster, Hub hub, List<Entry> entries) {
        roster.follow(entries);
        hub.publish(entries);
    }

    /// Files by which the keeper of this machine finds the server: its ports, and the key for backups.
    private void announce(Path data, String key) throws IOException {
        Files.writeString(data.resolve("server.port"), Integer.toString(port()));
        Path inside = data.resolve("server.inside");
        Files.deleteIfExists(inside);
        Files.createFile(inside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(inside, web.port(Web.INSIDE) + "\n" + key + "\n");
    }

    public int port() {
        return web.port();
    }

    /// The loopback port of health and metrics.
    public int insidePort() {
        return web.port(Web.INSIDE);
    }

    Database database() {
        return database;
    }

    Ledger ledger() {
        return ledger;
    }

    Hub hub() {
        return hub;
    }

    CommandDesk desk() {
        return desk;
    }

    Set<String> routes() {
        return routes;
    }

    /// What is due is looked through to its end while desk and storage are there.
    private static void rest(ScheduledExecutorService beats) {
        beats.shutdown();
        try {
            if (!beats.awaitTermination(LAST_TICK_SECONDS, TimeUnit.SECONDS)) {
                beats.shutdownNow();
            }
        } catch (InterruptedException _) {
            beats.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static ScheduledExecutorService daemon(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    @Override
    public void close() {
        hub.close();
        web.stop();
        rest(ticker);
        rest(watcher);
        desk.close();
        rest.forEach(Runnable::run);
        threads.shutdownNow();
        database.close();
    }
}
