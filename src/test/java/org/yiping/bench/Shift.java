package org.yiping.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.component.Component;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.Json;

// long because a case's way, its commands and their counting are one walk

/// Seats at work: some hundreds of cases are under way, each on its story, and whoever is free takes the next step of
/// the case that waited longest. One turn in forty is a wrong one that has to be refused: another's post, a state that
/// is not there, a field that is missing. Any number of lines work at once; a case is in one line's hands at a time.
final class Shift {
    private static final int WRONG_EVERY = 40;

    private final Seats seats;
    private final List<CaseClass> classes;
    private final String name;
    private final int open;
    private final ConcurrentLinkedQueue<Way> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger live = new AtomicInteger();
    private final AtomicInteger born = new AtomicInteger();
    private final AtomicLong turns = new AtomicLong();
    private final AtomicIntegerArray rows = new AtomicIntegerArray(Story.ROWS + 1);
    private final Map<String, Integer> actions = new TreeMap<>();
    private final Map<String, Integer> unexpected = new TreeMap<>();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong notRefused = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();
    private final AtomicLong highest = new AtomicLong();

    /// `open` cases are under way at any time; `name` keeps the ids of one run apart from another's.
    Shift(Seats seats, String name, int open) {
        this.seats = seats;
        this.name = name;
        this.open = open;
        this.classes = seats.city.catalogue().classes().stream()
                .filter(c -> !c.criteria().isEmpty() && !c.code().value().startsWith("E-05"))
                .toList();
    }

    /// One case on its way: only who holds it touches it.
    private static final class Way {
        final int number;
        final Story story;
        int next;
        long revision;

        Way(int number, Story story) {
            this.number = number;
            this.story = story;
        }
    }

    /// What one stretch of work came to.
    record Done(long transitions, double seconds, Times took) {
        double perSecond() {
            return transitions / seconds;
        }
    }

    /// As fast as so many lines can, one command at a time each.
    Done flatOut(int lines, double seconds) throws InterruptedException, IOException {
        return work(lines, seconds, 0);
    }

    /// At a steady pace; each command is timed from the moment it was due.
    Done paced(int lines, double seconds, int perSecond) throws InterruptedException, IOException {
        return work(lines, seconds, perSecond);
    }

    private Done work(int lines, double seconds, int perSecond) throws InterruptedException, IOException {
        Times times = new Times();
        AtomicLong done = new AtomicLong();
        AtomicLong index = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        Thread[] threads = new Thread[lines];
        for (int t = 0; t < lines; t++) {
            Line line = new Line(seats.port);
            threads[t] = Thread.ofPlatform().name("seat-" + t).start(() -> {
                try (line) {
                    while (true) {
                        long due = System.nanoTime();
                        if (perSecond > 0) {
                            due = begin + index.getAndIncrement() * 1_000_000_000L / perSecond;
                            waitFor(due);
                        }
                        if (due >= end) {
                            return;
                        }
                        if (turn(line)) {
                            long now = System.nanoTime();
                            times.add(now - due);
                            if (now <= end || perSecond > 0) {
                                done.incrementAndGet();
                            }
                        }
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double took = perSecond > 0 ? (System.nanoTime() - begin) / 1e9 : seconds;
        return new Done(done.get(), took, times);
    }

    private static void waitFor(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /// Whether a transition happened.
    private boolean turn(Line line) {
        long turn = turns.incrementAndGet();
        Way way = take(turn);
        boolean wrong = turn % WRONG_EVERY == 0 && way.next > 0;
        Story.Step step = way.story.steps().get(way.next);
        try {
            if (wrong) {
                beRefused(line, way, turn);
                waiting.add(way);
                return false;
            }
            Line.Answer answer = send(line, command(way, step), seat(step.post(), way));
            if (answer.status() != 200) {
                count(
                        unexpected,
                        step.action() + " " + answer.status() + " "
                                + Json.mapper()
                                        .readTree(answer.body())
                                        .path("code")
                                        .asString(""));
                live.decrementAndGet();
                return false;
            }
            way.revision =
                    Json.mapper().readTree(answer.body()).path("revision").asLong();
            highest.accumulateAndGet(way.revision, Math::max);
            rows.incrementAndGet(step.row());
            count(actions, step.action());
            way.next++;
            if (way.next < way.story.steps().size()) {
                waiting.add(way);
            } else {
                live.decrementAndGet();
            }
            return true;
        } catch (IOException e) {
            broken.incrementAndGet();
            live.decrementAndGet();
            return false;
        }
    }

    /// A case that waits, or a new one: the hall fills slowly, so that all steps are soon equally old.
    private Way take(long turn) {
        Way way = turn % 4 == 0 && live.get() < open ? null : waiting.poll();
        if (way != null) {
            return way;
        }
        live.incrementAndGet();
        int number = born.getAndIncrement();
        return new Way(number, Story.draw(new Random(number * 31L + 7)));
    }

    private void beRefused(Line line, Way way, long turn) throws IOException {
        Story.Step next = way.story.steps().get(way.next);
        Story.Step wrong = Story.step(
                switch ((int) (turn / WRONG_EVERY % 3)) {
                    case 0 -> next.post().equals("collector") ? "close" : "check-pass"; // a state that is not there
                    case 1 -> "force-close"; // another's post: the acceptor's seat tries it below
                    default -> "supervise"; // without its kind and reason
                });
        Seats.Seat seat = wrong.action().equals("force-close") ? seats.seat("acceptor", 0) : seat(wrong.post(), way);
        Command bare = new Command.ActOnCase(
                head(way, "wrong-" + turn), id(way), new ActionCode(wrong.action()), Command.Fields.NONE);
        int status = send(line, bare, seat).status();
        (status >= 400 && status < 500 ? refused : notRefused).incrementAndGet();
    }

    private static Line.Answer send(Line line, Command command, Seats.Seat seat) throws IOException {
        return line.post(
                "/api/v1/commands",
                seat.head() + "Content-Type: application/json\r\nIdempotency-Key: "
                        + command.head().id().value() + "\r\n",
                Json.mapper().writeValueAsBytes(CommandCodec.encode(command)));
    }

    private Seats.Seat seat(String post, Way way) {
        return seats.seat(post, way.number);
    }

    private CaseId id(Way way) {
        return new CaseId(name + "-" + way.number);
    }

    private Command.Head head(Way way, String step) {
        return new Command.Head(new CommandId(name + "-" + way.number + "-" + step), way.revision, null);
    }

    private Command command(Way way, Story.Step step) {
        Command.Head head = head(way, Integer.toString(way.next));
        Random random = new Random(way.number);
        CaseClass what = classes.get(random.nextInt(classes.size()));
        if (way.next == 0) {
            boolean photos = !step.action().equals("register");
            return new Command.ReportCase(
                    head,
                    id(way),
                    new ActionCode(step.action()),
                    intake(what, random, seats.seat("collector", way.number).places(), step),
                    photos ? List.of(photo(way.number)) : List.of(),
                    step.action().equals("self-handle") ? List.of(photo(way.number + 1)) : null);
        }
        return new Command.ActOnCase(head, id(way), new ActionCode(step.action()), fields(way, step, what));
    }

    private Command.Fields fields(Way way, Story.Step step, CaseClass what) {
        String action = step.action();
        boolean supervise = action.equals("supervise");
        return new Command.Fields(
                "情况属实，按规定办理",
                action.equals("file") ? what.criteria().getFirst().id() : null,
                action.equals("dispatch")
                        ? new DepartmentId(seat("department", way).department())
                        : null,
                handler(way, action),
                action.equals("close") ? "现场已恢复" : null,
                action.equals("finish") ? List.of(photo(way.number)) : List.of(),
                supervise ? "important" : action.equals("return-approve") ? "no-handling-needed" : null,
                action.equals("request-extension") ? 24 : null,
                action.equals("request-suspension")
                        ? LocalDate.now(ZoneOffset.UTC).plusDays(7)
                        : null,
                supervise ? true : null);
    }

    private @Nullable PersonId handler(Way way, String action) {
        return switch (action) {
            case "send-verify", "send-check" ->
                new PersonId(seat("collector", way).person());
            case "assign" -> new PersonId(seat("department", way).person());
            default -> null;
        };
    }

    private String photo(int number) {
        return seats.photos.get(number % seats.photos.size());
    }

    private static Command.Intake intake(CaseClass what, Random random, List<Component> places, Story.Step step) {
        Component place = places.get(random.nextInt(places.size()));
        boolean called = step.action().equals("register");
        return new Command.Intake(
                new Subject(what.kind(), what.code(), null, Severity.ORDINARY, null, Words.of(what.name(), random)),
                new Place(place.position(), place.name() + "旁 " + (1 + random.nextInt(300)) + " 号", null),
                new SourceCode(called ? "hotline" : step.action().equals("alarm") ? "video" : "collector"),
                called
                        ? new Caller("王先生", "138" + String.format("%08d", random.nextInt(100_000_000)), false, false)
                        : null,
                true);
    }

    private static void count(Map<String, Integer> counts, String what) {
        synchronized (counts) {
            counts.merge(what, 1, Integer::sum);
        }
    }

    /// Forgets what was counted so far; the cases go on.
    void recount() {
        for (int i = 0; i < rows.length(); i++) {
            rows.set(i, 0);
        }
        synchronized (actions) {
            actions.clear();
        }
        synchronized (unexpected) {
            unexpected.clear();
        }
        refused.set(0);
        notRefused.set(0);
        broken.set(0);
    }

    /// How many of the table's thirty rows have not been walked.
    int missing() {
        int none = 0;
        for (int row = 1; row <= Story.ROWS; row++) {
            none += rows.get(row) == 0 ? 1 : 0;
        }
        return none;
    }

    long highest() {
        return highest.get();
    }

    /// Commands that should have gone through and did not, or should not have and did.
    long wrong() {
        synchronized (unexpected) {
            return notRefused.get()
                    + broken.get()
                    + unexpected.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    long refused() {
        return refused.get();
    }

    void tell() {
        StringBuilder told = new StringBuilder("transitions by row of the table:");
        for (int row = 1; row <= Story.ROWS; row++) {
            told.append(' ').append(row).append(':').append(rows.get(row));
        }
        System.out.println(told.append(", beside the table: ").append(rows.get(0)));
        synchronized (actions) {
            System.out.println("by action: " + actions);
        }
        synchronized (unexpected) {
            System.out.println("refused as they should: " + refused.get() + ", taken though wrong: " + notRefused.get()
                    + ", unanswered: " + broken.get() + ", refused unexpectedly: " + unexpected);
        }
    }
}
