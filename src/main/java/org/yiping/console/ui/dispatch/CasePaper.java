package org.yiping.console.ui.dispatch;

// long because a case file has many parts, each a few lines

import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.CallBackWords;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.ReceiptWords;
import org.yiping.console.ui.RecordWords;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.AgeText;
import org.yiping.console.ui.control.CaseMarkPath;
import org.yiping.console.ui.control.CountdownText;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.console.ui.control.MarkShape;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.casework.Assistance;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.ClockBasis;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Joined;
import org.yiping.domain.casework.Receipt;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.Supervision;
import org.yiping.domain.casework.Tick;
import org.yiping.domain.catalogue.SopStep;
import org.yiping.paper.Ink;
import org.yiping.paper.Item;
import org.yiping.paper.Page;
import org.yiping.paper.Sheet;
import org.yiping.paper.Sheet.Fact;
import org.yiping.paper.Sheet.Shot;
import org.yiping.paper.Type;

/// The file of a case on paper (案件卷宗): all that the screen says of it, in the same words and as much masked, with who
/// had it printed and when. Any thread; one case file each.
final class CasePaper {
    private static final double MARK = 24;

    private final CaseFile file;
    private final Messages messages;
    private final Words words;
    private final Sheet sheet;

    /// A case as it is to be put on paper. `records` from the first on.
    record CaseFile(CaseFace face, List<FlowRecord> records, List<SopStep> steps, String city, String by, Instant at) {}

    /// A photo, or why it is not there.
    record Print(@Nullable BufferedImage picture, String why) {}

    CasePaper(CaseFile file, Messages messages, Words words, Type type) {
        this.file = file;
        this.messages = messages;
        this.words = words;
        this.sheet = new Sheet(type);
    }

    List<Page> pages(Map<String, Print> photos) {
        Case c = file.face.value();
        title(c);
        sheet.facts(facts(c));
        said(c);
        clocks(c);
        steps(c);
        receipts(c);
        records();
        photos(c, photos);
        String simulated = c.report().simulated() ? text("control.simulated.case") + " · " : "";
        return sheet.pages(
                new Sheet.Running(
                        simulated + text("paper.title", file.city),
                        simulated + c.head().number().value(),
                        text("paper.by", file.by, words.stamp(file.at))),
                (page, pages) -> text("paper.page", page, pages));
    }

    private void title(Case c) {
        boolean running = file.face.text().time().isEmpty();
        sheet.title(
                mark(Clocks.shape(c.subject().kind()), Clocks.light(file.face.light())),
                MARK,
                file.face.text().name(),
                words.state(c.progress().state())
                        + (running ? " · " + CountdownText.of(file.face.countdown(), messages) : ""));
        sheet.paragraph(
                text(
                        "case.second",
                        c.head().number().value(),
                        words.kind(c.subject().kind()),
                        c.subject().classCode().value(),
                        words.source(c.report().source())),
                Ink.MUTED);
        sheet.paragraph(text("paper.masked"), Ink.MUTED);
        if (c.report().simulated()) {
            sheet.paragraph(text("paper.simulated"), Ink.TEXT);
        }
        if (file.face.stale()) {
            sheet.paragraph(text("paper.stale"), Ink.TEXT);
        }
    }

    private List<Fact> facts(Case c) {
        List<Fact> all = new ArrayList<>();
        fact(all, "paper.criterion", file.face.text().criterion());
        fact(all, "paper.severity", severity(c.subject().severity()));
        fact(all, "case.fact-place", words.place(c));
        var area = c.place().area();
        fact(all, "case.fact-cell", area == null ? text("words.no-place") : area.value() + " · " + words.area(area));
        var p = c.place().position();
        fact(
                all,
                "case.fact-position",
                p == null
                        ? text("words.no-place")
                        : String.format(java.util.Locale.ROOT, "%.5f, %.5f  WGS 84", p.longitude(), p.latitude()));
        if (c.subject().component() != null) {
            fact(all, "paper.component", c.subject().component().value());
        }
        var department = c.progress().department();
        fact(all, "case.fact-department", department == null ? text("case.none-yet") : words.department(department));
        var handler = c.progress().handler();
        fact(all, "case.fact-handler", handler == null ? text("case.none-yet") : words.person(handler));
        fact(
                all,
                "case.fact-limit",
                words.criterionOf(c).map(k -> words.limit(k.limit())).orElse(text("case.before-filing")));
        fact(all, "paper.reported", words.stamp(c.report().reportedAt()));
        if (c.report().reporter() != null) {
            fact(all, "paper.reporter", words.person(c.report().reporter()));
        }
        if (c.report().externalNumber() != null) {
            fact(all, "paper.external", c.report().externalNumber());
        }
        fact(all, "paper.tags", file.face.tags().isEmpty() ? "—" : tags());
        Supervision s = c.progress().supervision();
        if (s != null) {
            fact(all, "paper.supervised", words.stamp(s.at()) + " " + s.opinion());
        }
        if (c.progress().mergedInto() != null) {
            fact(all, "paper.merged", words.number(c.progress().mergedInto()));
        }
        return all;
    }

    private String tags() {
        return file.face.tags().stream().map(t -> Tag.said(t, messages)).collect(Collectors.joining(text("words.and")));
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> text("control.tag.topUrgent");
            case URGENT -> text("control.tag.urgent");
            case ORDINARY -> text("control.tag.normal");
            case NOTICE -> text("control.tag.hint");
        };
    }

    private void said(Case c) {
        sheet.heading(text("case.said"));
        String description = c.subject().description();
        sheet.paragraph(description.isBlank() ? text("case.no-description") : description, Ink.TEXT);
        Caller caller = c.report().caller();
        if (caller != null) {
            sheet.paragraph(caller(caller), Ink.MUTED);
            new CallBackWords(messages, words).of(c, words::stamp).ifPresent(line -> sheet.paragraph(line, Ink.TEXT));
        }
        List<Joined> joined =
                c.report().joined() == null ? List.of() : c.report().joined();
        for (Joined j : joined) {
            sheet.paragraph(
                    text("paper.joined", j.number().value(), words.source(j.source()), words.stamp(j.reportedAt()))
                            + (j.caller() == null ? "" : " · " + caller(j.caller())),
                    Ink.MUTED);
        }
        words.criterionOf(c)
                .ifPresent(k -> sheet.paragraph(
                        text("case.closing") + "  " + words.closing(k).orElse(text("case.placeholder")), Ink.MUTED));
    }

    private String caller(Caller caller) {
        String who = caller.inConfidence() && caller.masked()
                ? text("case.caller-withheld")
                : text("case.caller", caller.name(), caller.phone());
        return who + (caller.inConfidence() ? " · " + text("case.confidential") : "") + " · "
                + text(caller.callBack() ? "case.call-back" : "case.no-call-back");
    }

    private void clocks(Case c) {
        sheet.heading(text("case.clocks"));
        if (c.progress().clocks().isEmpty()) {
            sheet.paragraph(text("case.no-clock"), Ink.MUTED);
        }
        for (CaseClock k : c.progress().clocks()) {
            Instant end = k.stoppedAt() == null ? file.at : k.stoppedAt();
            ClockBasis b = k.basis();
            sheet.entry(
                    words.stage(k.stage()),
                    words.stamp(k.startedAt()) + " → " + words.stamp(k.dueAt()),
                    text(
                                    "paper.clock",
                                    AgeText.of(Duration.between(k.startedAt(), end), messages),
                                    AgeText.of(Duration.between(k.startedAt(), k.dueAt()), messages),
                                    state(k))
                            + " · "
                            + text(
                                    b.stageLimit() == null ? "case.basis" : "case.basis-stage",
                                    b.catalogueVersion(),
                                    b.calendarVersion()));
        }
    }

    private String state(CaseClock k) {
        if (k.paused()) {
            return text("paper.clock-paused");
        }
        Instant stopped = k.stoppedAt();
        if (stopped != null) {
            return text(k.overran() ? "paper.clock-overran" : "paper.clock-kept", words.stamp(stopped));
        }
        return text(file.at.isAfter(k.dueAt()) ? "paper.clock-over" : "paper.clock-runs");
    }

    private void steps(Case c) {
        if (file.steps.isEmpty()) {
            return;
        }
        sheet.heading(text("case.steps"));
        for (SopStep s : file.steps) {
            Tick tick = c.progress().done().stream()
                    .filter(t -> t.step().equals(s.id()))
                    .findFirst()
                    .orElse(null);
            sheet.entry(
                    text(tick == null ? "paper.step-open" : "paper.step-done"),
                    words.step(s),
                    tick == null ? "" : words.person(tick.by()) + " " + words.stamp(tick.at()));
        }
    }

    private void receipts(Case c) {
        List<Receipt> told = c.progress().dispatched();
        List<Assistance> helping = c.progress().assistants();
        if (told.isEmpty() && helping.isEmpty()) {
            return;
        }
        sheet.heading(text("paper.receipts"));
        ReceiptWords says = new ReceiptWords(messages, words);
        told.forEach(r -> sheet.paragraph(says.line(r, file.at), Ink.TEXT));
        for (Assistance a : helping) {
            sheet.paragraph(
                    a.open()
                            ? text("case.assist-open", words.department(a.department()), a.what())
                            : text(
                                    "case.assist-done",
                                    words.department(a.department()),
                                    words.moment(a.reportedAt(), file.at),
                                    String.valueOf(a.report())),
                    Ink.TEXT);
        }
    }

    private void records() {
        sheet.heading(text("case.timeline"));
        if (file.records.isEmpty()) {
            sheet.paragraph(text("paper.no-records"), Ink.TEXT);
        }
        RecordWords says = new RecordWords(messages, words);
        for (FlowRecord r : file.records) {
            sheet.entry(words.stamp(r.at()), words.action(r.step()), says.of(r));
        }
    }

    private void photos(Case c, Map<String, Print> photos) {
        List<PhotoPair> pairs = PhotoPair.of(c.head().photos());
        if (!pairs.isEmpty()) {
            sheet.headingOfShots(text("paper.photos"));
        } else {
            sheet.heading(text("paper.photos"));
            sheet.paragraph(text("case.photo-none"), Ink.MUTED);
        }
        for (int i = 0; i < pairs.size(); i++) {
            sheet.shots(
                    shot(pairs.get(i).before(), i + 1, photos),
                    shot(pairs.get(i).after(), i + 1, photos));
        }
        List<Attachment> others =
                c.head().photos().stream().filter(a -> !a.showsPicture()).toList();
        for (Attachment a : others) {
            sheet.paragraph(text("paper.enclosure", a.mediaType(), words.stamp(a.addedAt()), a.fileId()), Ink.MUTED);
        }
    }

    private Shot shot(@Nullable Attachment photo, int number, Map<String, Print> photos) {
        if (photo == null) {
            return new Shot("", null, text("case.photos-missing"));
        }
        Print print = photos.getOrDefault(photo.fileId(), new Print(null, text("case.photo-offline")));
        return new Shot(
                PhotoWords.phase(photo, number, messages) + " · " + words.stamp(photo.addedAt())
                        + (photo.simulated() ? " · " + text("control.simulated.photo") : ""),
                print.picture(),
                print.why());
    }

    private void fact(List<Fact> all, String key, String value) {
        all.add(new Fact(text(key), value.isBlank() ? "—" : value));
    }

    private String text(String key, Object... args) {
        return messages.get(key, args);
    }

    /// The mark of the case as it stands in rows and on the map, in black and white: its shape and filling say all.
    private static List<Item.Figure> mark(MarkShape shape, MarkLight light) {
        MarkPen pen = new MarkPen(light == MarkLight.OVER ? Ink.PAPER : Ink.TEXT);
        CaseMarkPath.draw(pen, shape, light, MARK);
        return pen.figures;
    }

    private static final class MarkPen implements CaseMarkPath.Pen {
        private final List<Item.Figure> figures = new ArrayList<>();
        private final Ink sign;
        private Path2D path = new Path2D.Double();

        MarkPen(Ink sign) {
            this.sign = sign;
        }

        @Override
        public void begin() {
            path = new Path2D.Double();
        }

        @Override
        public void moveTo(double x, double y) {
            path.moveTo(x, y);
        }

        @Override
        public void lineTo(double x, double y) {
            path.lineTo(x, y);
        }

        @Override
        public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
            path.curveTo(x1, y1, x2, y2, x, y);
        }

        @Override
        public void close() {
            path.closePath();
        }

        @Override
        public void fill(CaseMarkPath.Ink ink) {
            figures.add(new Item.Figure(path, ink(ink), 0, List.of()));
        }

        @Override
        public void stroke(CaseMarkPath.Ink ink, double width, double... dash) {
            figures.add(new Item.Figure(
                    path, ink(ink), width, Arrays.stream(dash).boxed().toList()));
        }

        private Ink ink(CaseMarkPath.Ink ink) {
            return switch (ink) {
                case EDGE, GROUND -> Ink.TEXT;
                case SIGN -> sign;
            };
        }
    }
}
