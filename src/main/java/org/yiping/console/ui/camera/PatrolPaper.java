package org.yiping.console.ui.camera;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Stores;
import org.yiping.console.ui.Words;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolRound;
import org.yiping.paper.Ink;
import org.yiping.paper.Page;
import org.yiping.paper.Sheet;
import org.yiping.paper.Type;

/// The report of one round on paper (巡逻报告): when, by whom, what was found with its pictures, what could not be seen,
/// what nobody looked at, what was in order. Any thread; one report each.
final class PatrolPaper {
    private final Report report;
    private final Stores stores;
    private final Messages messages;
    private final Words words;
    private final Sheet sheet;

    /// A round as it is to be put on paper, by whom and when.
    record Report(PatrolRound round, String by, Instant at) {}

    /// A picture, or why it is not there.
    record Print(@Nullable BufferedImage picture, String why) {}

    PatrolPaper(Report report, Stores stores, Messages messages, Type type) {
        this.report = report;
        this.stores = stores;
        this.messages = messages;
        words = new Words(stores, messages);
        sheet = new Sheet(type);
    }

    /// `prints` are the pictures by the id of their files.
    List<Page> pages(Map<String, Print> prints) {
        PatrolRound round = report.round();
        sheet.title(
                List.of(),
                0,
                round.name(),
                text("patrol.paper-ticked", round.ticked(), round.cameras().size()));
        stores.patrolPlans()
                .find(round.plan())
                .map(PatrolPlan::task)
                .map(PatrolPlan.Task::goal)
                .filter(g -> !g.isBlank())
                .ifPresent(g -> sheet.paragraph(text("patrol.goal-is", g), Ink.MUTED));
        if (simulated()) {
            sheet.paragraph(text("patrol.paper-simulated"), Ink.TEXT);
        }
        sheet.facts(facts());
        findings(prints);
        plain("patrol.was-unseen", PatrolRound.UNSEEN);
        notLooked();
        plain("patrol.was-in-order", PatrolRound.IN_ORDER);
        String city = stores.city().known().map(c -> c.name().name()).orElse("");
        String mark = simulated() ? text("control.simulated.picture") + " · " : "";
        return sheet.pages(
                new Sheet.Running(
                        mark + text("patrol.paper-title", city),
                        mark + words.stamp(round.slot()),
                        text("paper.by", report.by(), words.stamp(report.at()))),
                (page, pages) -> text("paper.page", page, pages));
    }

    private List<Sheet.Fact> facts() {
        PatrolRound round = report.round();
        String walkers = round.looks().stream()
                .map(l -> words.person(l.by().person()))
                .distinct()
                .collect(Collectors.joining("、"));
        List<Instant> times =
                round.looks().stream().map(l -> l.seen().at()).sorted().toList();
        List<Sheet.Fact> all = new ArrayList<>();
        all.add(new Sheet.Fact(text("patrol.paper-due"), words.stamp(round.slot())));
        all.add(new Sheet.Fact(
                text("patrol.paper-walked"),
                times.isEmpty()
                        ? text("patrol.not-looked")
                        : text("patrol.paper-span", words.second(times.getFirst()), words.second(times.getLast()))));
        all.add(new Sheet.Fact(text("patrol.paper-by"), walkers));
        all.add(new Sheet.Fact(
                text("patrol.paper-sums"),
                text(
                        "patrol.sums",
                        round.count(PatrolRound.IN_ORDER),
                        round.count(PatrolRound.UNSEEN),
                        round.findings().size())));
        return all;
    }

    private void findings(Map<String, Print> prints) {
        List<PatrolRound.Look> found = report.round().findings();
        if (found.isEmpty()) {
            return;
        }
        sheet.heading(text("patrol.paper-findings", found.size()));
        found.forEach(l -> {
            PatrolRound.Seen seen = l.seen();
            sheet.entry(
                    words.stamp(seen.at()),
                    camera(seen.camera()),
                    join(
                            text(PatrolRows.outcome(seen.outcome())),
                            className(seen),
                            seen.note(),
                            seen.caseId() == null ? "" : words.number(seen.caseId()),
                            words.person(l.by().person())));
        });
        List<Sheet.Shot> shots = new ArrayList<>();
        for (PatrolRound.Look l : found) {
            PatrolRound.Picture picture = l.seen().picture();
            if (picture != null) {
                Print print = prints.getOrDefault(picture.fileId(), new Print(null, ""));
                shots.add(new Sheet.Shot(
                        text(
                                "patrol.paper-shot",
                                picture.footage().cameraName(),
                                Shutter.when(words.second(picture.footage().from()), picture.footage()),
                                picture.fileId()),
                        print.picture(),
                        print.why()));
            }
        }
        if (!shots.isEmpty()) {
            sheet.headingOfShots(text("patrol.paper-shots"));
        }
        for (int i = 0; i < shots.size(); i += 2) {
            sheet.shots(shots.get(i), i + 1 < shots.size() ? shots.get(i + 1) : null);
        }
    }

    private void plain(String heading, String outcome) {
        List<PatrolRound.Look> looks = report.round().cameras().stream()
                .flatMap(c -> report.round().at(c).stream())
                .filter(l -> l.seen().outcome().equals(outcome))
                .sorted(Comparator.comparing(l -> l.seen().at()))
                .toList();
        if (!looks.isEmpty()) {
            sheet.heading(text("patrol.paper-count", text(heading), looks.size()));
            looks.forEach(l ->
                    sheet.entry(words.stamp(l.seen().at()), camera(l.seen().camera()), words.person(l.by().person())));
        }
    }

    private void notLooked() {
        List<CameraId> left = report.round().cameras().stream()
                .filter(c -> report.round().at(c).isEmpty())
                .toList();
        if (!left.isEmpty()) {
            sheet.heading(text("patrol.paper-count", text("patrol.not-looked"), left.size()));
            left.forEach(c -> sheet.entry("", camera(c), ""));
        }
    }

    private boolean simulated() {
        return report.round().cameras().stream()
                .flatMap(id -> stores.cameras().find(id).stream())
                .anyMatch(c -> c.state().simulated());
    }

    private String className(PatrolRound.Seen seen) {
        var code = seen.classCode();
        return code == null
                ? ""
                : stores.city()
                        .known()
                        .map(CityFacts::rules)
                        .flatMap(r -> r.catalogue().find(code))
                        .map(words::name)
                        .orElse(code.value());
    }

    private String camera(CameraId id) {
        return stores.cameras().find(id).map(Camera::name).orElse(id.value());
    }

    private static String join(String... parts) {
        return List.of(parts).stream().filter(p -> !p.isBlank()).collect(Collectors.joining(" · "));
    }

    private String text(String key, Object... args) {
        return messages.get(key, args);
    }
}
