package org.yiping.server.http;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseRules;
import org.yiping.domain.casework.Place;
import org.yiping.server.access.Access;
import org.yiping.server.access.ApiKeys;
import org.yiping.server.access.Roster;
import org.yiping.server.access.Sessions;
import org.yiping.server.access.SwitchKeys;
import org.yiping.server.advice.Counsel;
import org.yiping.server.assessment.Examiner;
import org.yiping.server.command.CameraDays;
import org.yiping.server.command.CameraStates;
import org.yiping.server.command.CameraUses;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.command.Recognisers;
import org.yiping.server.command.Rulebook;
import org.yiping.server.command.Switchboard;
import org.yiping.server.data.Backup;
import org.yiping.server.data.CaseFinder;
import org.yiping.server.data.CaseWords;
import org.yiping.server.data.Database;
import org.yiping.server.data.Disclosures;
import org.yiping.server.data.Figures;
import org.yiping.server.data.FileStore;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Meta;
import org.yiping.server.data.PastRows;
import org.yiping.server.data.ReportedCases;
import org.yiping.server.data.Rows;
import org.yiping.server.data.TrackTable;
import org.yiping.server.data.Vicinity;
import org.yiping.server.inspection.Frames;
import org.yiping.server.inspection.InspectionBook;
import org.yiping.server.kpi.DayFigures;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.kpi.HotPlaceFinder;
import org.yiping.server.push.Hub;
import org.yiping.server.push.MeterPast;
import org.yiping.server.report.ReportDesk;
import org.yiping.server.seat.Seats;
import org.yiping.server.staff.Staff;
import org.yiping.server.video.Talks;
import org.yiping.server.video.Tickets;
import org.yiping.server.video.Turning;
import org.yiping.server.video.VideoSources;
import org.yiping.server.video.Viewings;
import org.yiping.server.wall.PictureShelf;
import org.yiping.server.wall.WallNodes;

/// Every public route, hung on the door.
public final class HttpApi {
    private final Access access;
    private final Sessions sessions;
    private final Storage storage;
    private final City city;
    private final Desk desk;
    private final InstantSource clock;

    /// Where routes read and write.
    public record Storage(Database database, Ledger ledger, FileStore files, Backup backup, CaseWords words) {}

    /// By which rules.
    public record City(Rulebook book, CaseRules rules, Counsel counsel, Evaluation evaluation) {}

    /// What judges the city's work.
    public record Evaluation(FigureDesk figures, Examiner examiner, InspectionBook inspections, ReportDesk reports) {}

    /// Who takes what comes in; in a `replay` commands of a batch bring their time. `apps` are absent where the city
    /// keeps the Open311 face closed, `switches` where no hotline is connected.
    public record Desk(
            CommandDesk commands,
            Hub.Telemetry telemetry,
            Seats seats,
            boolean replay,
            @Nullable ApiKeys apps,
            @Nullable SwitchKeys switches,
            Field field,
            Video video,
            Walls walls) {}

    /// The computers of the walls and what they show, in memory.
    public record Walls(WallNodes nodes, PictureShelf pictures) {
        /// `nanos`: the time of a clock that nobody sets.
        public static Walls of(InstantSource clock, LongSupplier nanos) {
            return new Walls(new WallNodes(clock, nanos), new PictureShelf(clock, nanos));
        }
    }

    /// What is kept of the field: people's work, who they are, and what sensors said before.
    public record Field(Staff staff, Roster people, MeterPast past) {}

    /// What is known of cameras.
    public record Video(
            CameraStates states,
            CameraDays days,
            Recognisers recognisers,
            VideoSources sources,
            Turning turning,
            Tickets tickets,
            Viewings viewings,
            Talks talks) {}

    public HttpApi(Access access, Sessions sessions, Storage storage, City city, Desk desk, InstantSource clock) {
        this.access = access;
        this.sessions = sessions;
        this.storage = storage;
        this.city = city;
        this.desk = desk;
        this.clock = clock;
    }

    public void open(Door door) {
        Database database = storage.database();
        Ledger ledger = storage.ledger();
        Rows rows = new Rows(database);
        Days days = new Days(city.book().zone(), clock);
        Disclosure disclosure = new Disclosure(access, new Disclosures(database), clock);
        new SessionRoutes(sessions, clock).open(door);
        new CityRoutes(city.book(), new LayerTable(database), ledger, access, clock).open(door);
        new CaseRoutes(rows, ledger, access, city.rules(), days, disclosure).open(door);
        SeenCases seen = new SeenCases(rows, access, disclosure);
        new SearchRoute(
                        new CaseFinder(database, storage.words()),
                        ledger,
                        access,
                        city.book().workflow(),
                        disclosure)
                .open(door);
        new AdviceRoutes(rows, ledger, access, seen, city, days).open(door);
        new PlaceRoutes(rows, ledger, access, city, days).open(door);
        new ListRoutes(rows, ledger, access).open(door);
        new SnapshotRoute(rows, ledger, access, disclosure).open(door);
        new KpiRoutes(
                        new DayFigures(city.evaluation().figures()),
                        new Figures(database),
                        ledger,
                        access,
                        days,
                        new Campaigns(rows))
                .open(door);
        new FigureRoutes(city.evaluation().figures(), access, disclosure, clock).open(door);
        RecheckRoutes rechecks = new RecheckRoutes(
                city.evaluation().figures(),
                desk.commands(),
                database,
                access,
                city.book().settings().code());
        rechecks.open(door);
        HotPlaceFinder places = new HotPlaceFinder(
                new Vicinity(database),
                new TrackTable(database),
                city.counsel().rules().recurrence(),
                city.evaluation().figures().background());
        new ReportRoutes(city.evaluation().reports(), city.evaluation().figures(), ledger, access).open(door);
        new BoardRoutes(city.evaluation().figures(), places, rechecks, access).open(door);
        new AssessmentRoutes(
                        city.evaluation().examiner(),
                        city.evaluation().figures(),
                        desk.commands(),
                        database,
                        access,
                        city.book().settings().code())
                .open(door);
        new NoticeRoutes(rows, ledger, access, clock).open(door);
        new InspectionRoutes(
                        new InspectionRoutes.Ground(
                                city.evaluation().inspections(),
                                new Frames(
                                        rows,
                                        new LayerTable(database),
                                        at -> city.rules().areaOf(new Place(at, "", null))),
                                city.book().zone()),
                        desk.commands(),
                        storage.files(),
                        database,
                        access,
                        clock)
                .open(door);
        new CommandRoute(desk, access, rows, disclosure).open(door);
        new FileRoutes(storage.files(), access, clock).open(door);
        new FieldRoutes(desk.telemetry().board(), desk.field().staff().keeper(), access, ledger).open(door);
        new ReadingRoutes(
                        new ReadingRoutes.Sensors(
                                desk.telemetry().meters(), desk.field().past()),
                        rows,
                        access,
                        ledger,
                        clock)
                .open(door);
        new StaffRoutes(desk.field().staff(), desk.field().people(), access, new Disclosures(database)).open(door);
        new SeatRoutes(desk.seats(), rows, access, ledger).open(door);
        new OfficeRoutes(storage, access, desk.commands(), disclosure).open(door);
        new CameraRoutes(desk.video(), desk.commands(), new Meta(database), access, rows, days).open(door);
        CameraUses uses = new CameraUses(desk.commands(), city.book());
        CameraUseRoutes cameras = new CameraUseRoutes(
                desk.video().sources(),
                desk.video().turning(),
                uses,
                rows,
                access,
                new CameraUseRoutes.Around(
                        ledger,
                        city.book().zone(),
                        clock,
                        desk.video().tickets(),
                        desk.video().viewings(),
                        desk.video().talks()));
        cameras.open(door);
        new TalkRoutes(
                        cameras,
                        uses,
                        desk.video().sources(),
                        desk.video().talks(),
                        city.book().zone(),
                        clock)
                .open(door);
        new CaptureRoutes(
                        desk.video().recognisers(),
                        desk.commands(),
                        storage.files(),
                        rows,
                        access,
                        new CaptureRoutes.Moment(ledger, days))
                .open(door);
        new PatrolRoutes(storage.files(), rows, access).open(door);
        new HotlineRoute(desk.switches(), new Switchboard(desk.commands()), clock).open(door);
        new Open311Routes(desk, city.book(), rows, new ReportedCases(database), days).open(door);
        new NodeRoutes(desk.walls().nodes(), desk.walls().pictures()).open(door);
        new ReplayRoutes(new PastRows(database), rows, access, city.book().workflow(), disclosure).open(door);
        door.closeUnknown();
    }
}
