package org.yiping.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.CommandRequest;
import org.yiping.protocol.Json;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.access.Roster;
import org.yiping.server.advice.AdviceBook;
import org.yiping.server.advice.CityGround;
import org.yiping.server.advice.Counsel;
import org.yiping.server.advice.OpenLoads;
import org.yiping.server.data.CommandTable;
import org.yiping.server.data.Database;
import org.yiping.server.data.Entry;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Vicinity;

class CommandDeskTest {
    @TempDir
    Path folder;

    private final Person person =
            new Person(new PersonId("p-col"), "张", List.of(new PostCode("collector")), List.of(), null);
    private final Principal who =
            new Principal("s", new Actor(person.id(), new PostCode("collector"), new SeatId("s1")), person);
    private final AtomicLong free = new AtomicLong(1L << 40);
    private final List<Entry> published = new ArrayList<>();
    private Database database;
    private Ledger ledger;
    private CommandDesk desk;

    @BeforeEach
    void open() {
        database = Database.open(folder, null);
        ledger = new Ledger(database);
        desk = desk();
    }

    private CommandDesk desk() {
        CityFolder city = new CityFolder(SmallCity.in(folder));
        Rulebook book = new Rulebook(city.settings(), city.catalogue(), city.workflow());
        AreaFinder areas = new AreaFinder() {
            @Override
            public java.util.Optional<AreaCode> areaAt(Position position) {
                return java.util.Optional.empty();
            }

            @Override
            public boolean isInCity(Position position) {
                return true;
            }
        };
        CommandDesk made = new CommandDesk(
                ledger,
                new CaseClerk(
                        book,
                        book.rules(areas, new Roster(new Rows(database))),
                        Access.shipped(),
                        new FileTable(database),
                        counsel(city, areas)),
                new CommandTable(database),
                published::addAll,
                new CommandDesk.Surroundings(InstantSource.system(), free::get));
        made.start(task -> Thread.ofPlatform().start(task));
        return made;
    }

    private Counsel counsel(CityFolder city, AreaFinder areas) {
        return counsel(database, city, areas);
    }

    /// What the small city would propose.
    static Counsel counsel(Database database, CityFolder city, AreaFinder areas) {
        Vicinity vicinity = new Vicinity(database);
        return new CityGround(new Rows(database), new LayerTable(database), areas, Runnable::run)
                .counsel(
                        new AdviceBook(city.advice(), city.dutyGrid()),
                        vicinity,
                        city::departments,
                        new OpenLoads(vicinity));
    }

    @AfterEach
    void close() {
        desk.close();
        database.close();
    }

    private Answer submit(String key, Object body) {
        CommandRequest request = Json.mapper().readValue(Json.mapper().writeValueAsString(body), CommandRequest.class);
        Command command = CommandCodec.decode(new CommandId(key), request);
        return desk.submit(
                who,
                command,
                Integer.toHexString(Json.mapper().writeValueAsString(request).hashCode()));
    }

    @Test
    void commandsThatWaitTogetherShareASyncAndNoneIsAnsweredBeforeIt() throws Exception {
        int count = 200;
        long before = database.syncs();
        CountDownLatch go = new CountDownLatch(1);
        Set<Long> unsynced = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String id = "c" + i;
                answers.add(threads.submit(() -> {
                    go.await();
                    long mine = database.syncs();
                    Answer answer = submit("k-" + id, Wishes.report(id, SmallCity.WEST));
                    if (database.syncs() <= mine) {
                        unsynced.add(mine);
                    }
                    return answer;
                }));
            }
            go.countDown();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Answer.Applied.class);
            }
        }
        assertThat(unsynced).isEmpty();
        assertThat(database.syncs() - before).isBetween(1L, count / 2L);
        assertThat(published).hasSize(2 * count);
        assertThat(ledger.firstBroken()).isZero();
    }

    @Test
    void aRefusedCommandDoesNotTouchItsNeighboursInTheBatch() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String id = "n" + i / 2; // every second one reports a case that is there already
                String key = "k" + i;
                answers.add(threads.submit(() -> submit(key, Wishes.report(id, SmallCity.WEST))));
            }
            long applied = 0;
            for (Future<Answer> answer : answers) {
                applied += answer.get() instanceof Answer.Applied ? 1 : 0;
            }
            assertThat(applied).isEqualTo(30);
        }
        assertThat(ledger.revision()).isEqualTo(60);
    }

    @Test
    void aKeyIsRememberedOverARestart() {
        Answer first = submit("k1", Wishes.report("once", SmallCity.WEST));
        Answer refused = submit("k2", Wishes.report("once", SmallCity.WEST));
        desk.close();
        desk = desk();
        assertThat(submit("k1", Wishes.report("once", SmallCity.WEST))).isEqualTo(first);
        assertThat(submit("k2", Wishes.report("once", SmallCity.WEST)))
                .isInstanceOfSatisfying(
                        Answer.Refused.class, r -> assertThat(r.code()).isEqualTo(((Answer.Refused) refused).code()));
        assertThat(submit("k1", Wishes.report("another", SmallCity.WEST)))
                .isInstanceOfSatisfying(
                        Answer.Refused.class, r -> assertThat(r.code()).isEqualTo("key-reused"));
        assertThat(ledger.revision()).isEqualTo(2);
    }

    @Test
    void aNearlyFullDiskTakesNothingUntilThereIsRoomAgain() {
        free.set(1 << 20);
        assertThat(submit("k", Wishes.report("full", SmallCity.WEST))).isEqualTo(new Answer.Postponed(503, "disk"));
        assertThat(ledger.revision()).isZero();
        free.set(1L << 40);
        assertThat(submit("k", Wishes.report("full", SmallCity.WEST))).isInstanceOf(Answer.Applied.class);
    }

    @Test
    void aDeskThatIsClosedSaysSo() {
        desk.close();
        assertThat(submit("k9", Wishes.report("late", SmallCity.WEST))).isInstanceOf(Answer.Postponed.class);
    }
}
