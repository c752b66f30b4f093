package org.yiping.simulator.play;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PostCode;

/// Makes up new cases: what by the frequencies, where along the streets of somebody's duty area, from whom by
/// source. Immutable; any thread.
final class Reporter {
    /// Small things a collector puts right at once, in percent of all reports.
    private static final int SELF_HANDLED = 5;
    /// Calls that name a road and no point, in percent.
    private static final int VAGUE = 10;
    private static final KindCode COMPONENT = new KindCode("component");
    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄"};

    private final Town town;
    private final StreetMap streets;
    private final Frequencies frequencies = new Frequencies();
    private final Phrases phrases;

    Reporter(Town town, StreetMap streets, Phrases phrases) {
        this.town = town;
        this.streets = streets;
        this.phrases = phrases;
    }

    /// Who is out: the first `reporters`; and the state the case has to reach, if it has to reach one.
    record Shift(int reporters, @Nullable String heading) {}

    /// Absent where the city has no place or class for what was drawn.
    Optional<Deed> report(CommandId id, CaseId caseId, Shift shift, RandomGenerator random) {
        Frequencies.Line line = frequencies.draw(random);
        Optional<CaseClass> drawn = town.caseClass(line.classCode());
        Account collector = town.anyCollector(shift.reporters(), random);
        Optional<Person> person = town.person(collector.person());
        Optional<Component> spot = person.flatMap(p -> town.spot(p, line.classCode(), random));
        if (drawn.isEmpty() || spot.isEmpty()) {
            return Optional.empty();
        }
        boolean handled = shift.heading() == null
                ? random.nextInt(100) < SELF_HANDLED
                : shift.heading().equals("self-audit");
        String drawnSource = source(random);
        // what a collector has seen needs no verifying
        String source = handled ? "collector" : "verifying".equals(shift.heading()) ? "hotline" : drawnSource;
        boolean onSite = source.equals("collector");
        Subject subject = subject(drawn.get(), line, spot.get(), onSite, random);
        Place exact = place(spot.get(), subject.component() != null, random);
        // who calls from home knows the road's name and no more
        boolean vague = shift.heading() == null && source.equals("hotline") && random.nextInt(100) < VAGUE;
        Command.Intake intake = new Command.Intake(
                subject,
                vague ? new Place(null, exact.address(), null) : exact,
                new SourceCode(source),
                onSite || source.equals("video") ? null : caller(random),
                true);
        List<Deed.Photo> photos = source.equals("hotline") || source.equals("upper")
                ? List.of()
                : photos(line, handled, random.nextInt(4));
        Account by = onSite ? collector : town.seat("acceptor", random);
        PostCode post = new PostCode(onSite ? "collector" : "acceptor");
        ActionCode action = new ActionCode(handled ? "self-handle" : onSite ? "report" : "register");
        return Optional.of(new Deed(id, by, post, caseId, new Deed.Draft.Report(action, intake), photos));
    }

    /// Somebody else calls about what is reported already, a few steps beside it.
    Deed again(CommandId id, CaseId caseId, Case known, RandomGenerator random) {
        Subject s = known.subject();
        String name = town.caseClass(s.classCode()).map(CaseClass::name).orElse("");
        Position p = known.place().position();
        Command.Intake intake = new Command.Intake(
                new Subject(
                        s.kind(),
                        s.classCode(),
                        null,
                        s.severity(),
                        s.component(),
                        name + "，" + phrases.draw("call", random)),
                new Place(p == null ? null : beside(p, random), known.place().address(), null),
                new SourceCode(random.nextBoolean() ? "hotline" : "app"),
                caller(random),
                true);
        Deed.Draft draft = new Deed.Draft.Report(new ActionCode("register"), intake);
        return new Deed(id, town.seat("acceptor", random), new PostCode("acceptor"), caseId, draft, List.of());
    }

    private Position beside(Position p, RandomGenerator random) {
        Position beside = new Position(
                p.longitude() + (random.nextDouble() - 0.5) * 4e-4, p.latitude() + (random.nextDouble() - 0.5) * 3e-4);
        return town.contains(beside) ? beside : p;
    }

    private static List<Deed.Photo> photos(Frequencies.Line line, boolean handled, int variant) {
        Deed.Photo before = new Deed.Photo(line.classCode().value(), variant, false);
        return handled ? List.of(before, new Deed.Photo(line.classCode().value(), variant, true)) : List.of(before);
    }

    private Subject subject(
            CaseClass drawn, Frequencies.Line line, Component spot, boolean onSite, RandomGenerator random) {
        boolean urgent = random.nextInt(100) < line.urgentPercent();
        Severity severity = urgent
                ? random.nextInt(4) == 0 ? Severity.CRITICAL : Severity.URGENT
                : random.nextInt(30) == 0 ? Severity.NOTICE : Severity.ORDINARY;
        boolean component = drawn.kind().equals(COMPONENT) && spot.classCode().equals(drawn.code());
        String text = drawn.name() + "，" + phrases.draw(onSite ? "report" : "call", random);
        return new Subject(drawn.kind(), drawn.code(), null, severity, component ? spot.id() : null, text);
    }

    private Place place(Component spot, boolean exact, RandomGenerator random) {
        Position p = spot.position();
        Position beside = new Position(
                p.longitude() + (random.nextDouble() - 0.5) * 6e-5, p.latitude() + (random.nextDouble() - 0.5) * 5e-5);
        Position at = exact || !town.contains(beside) ? p : beside;
        String street = streets.nameNear(p);
        String address = street.isEmpty() ? town.name() + "内" : street + (1 + random.nextInt(180)) + "号附近";
        return new Place(at, address, null);
    }

    private static String source(RandomGenerator random) {
        int dice = random.nextInt(100);
        return dice < 62 ? "collector" : dice < 80 ? "hotline" : dice < 88 ? "app" : dice < 95 ? "video" : "upper";
    }

    /// A caller nobody can be: the number is in no numbering plan.
    private static @Nullable Caller caller(RandomGenerator random) {
        String name = SURNAMES[random.nextInt(SURNAMES.length)] + (random.nextBoolean() ? "先生" : "女士");
        String phone = "000-" + (1_000_000 + random.nextInt(9_000_000));
        return new Caller(name, phone, random.nextInt(3) == 0, false);
    }
}
