package org.yiping.server.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.yiping.paper.AreaMap;
import org.yiping.paper.Diagram;
import org.yiping.paper.Ink;
import org.yiping.paper.Letters;
import org.yiping.paper.Page;
import org.yiping.paper.PagePicture;
import org.yiping.paper.Sheet;
import org.yiping.paper.Table;
import org.yiping.paper.Type;

/// Lays a report out on pages. One thread.
final class PdfReport {
    private static final double PREVIEW = 1.4;

    private final ReportDocument document;
    private final ReportText text;
    private final Type type;
    private final List<Page> pages;

    PdfReport(ReportDocument document, ReportText text) {
        this.document = document;
        this.text = text;
        this.type = Letters.type();
        this.pages = laidOut();
    }

    void pdf(OutputStream out) throws IOException {
        Letters.pdf(type).write(pages, document.head().title(), out);
    }

    /// The first page.
    void preview(OutputStream out) throws IOException {
        BufferedImage picture = PagePicture.of(pages.getFirst(), type, PREVIEW);
        ImageIO.write(picture, "png", out);
    }

    private List<Page> laidOut() {
        ReportDocument.Head head = document.head();
        Sheet sheet = new Sheet(type);
        sheet.title(List.of(), 0, head.title(), "");
        head.marks().forEach(m -> sheet.paragraph(m, Ink.TEXT));
        sheet.facts(head.facts().stream()
                .map(f -> new Sheet.Fact(f.name(), f.value()))
                .toList());
        for (ReportDocument.Part part : document.parts()) {
            switch (part) {
                case ReportDocument.Words w -> words(sheet, w);
                case ReportDocument.Grid g -> grid(sheet, g);
                case ReportDocument.Chart c -> chart(sheet, c);
                case ReportDocument.Areas a -> areas(sheet, a);
            }
        }
        formulas(sheet);
        String left = head.city() + "　" + head.title();
        String right = head.marks().isEmpty() ? "" : head.marks().getFirst();
        ReportDocument.Fact at = head.facts().get(2);
        return sheet.pages(
                new Sheet.Running(left, right, at.name() + " " + at.value()),
                (page, all) -> text.get("page", page, all));
    }

    private static void words(Sheet sheet, ReportDocument.Words w) {
        if (!w.title().isEmpty()) {
            sheet.heading(w.title());
        } else {
            sheet.block(8, List.of());
        }
        sheet.paragraph(w.words(), Ink.TEXT);
    }

    private static void grid(Sheet sheet, ReportDocument.Grid g) {
        sheet.heading(g.title());
        if (!g.note().isEmpty()) {
            sheet.paragraph(g.note(), Ink.MUTED);
        }
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < g.columns().size(); i++) {
            if (!g.columns().get(i).aside()) {
                shown.add(i);
            }
        }
        if (!g.rows().isEmpty()) {
            Table.onto(
                    sheet,
                    shown.stream()
                            .map(i -> new Table.Column(
                                    g.columns().get(i).name(),
                                    g.columns().get(i).figures()))
                            .toList(),
                    g.rows().stream()
                            .map(r -> shown.stream().map(i -> r.get(i).words()).toList())
                            .toList());
        }
    }

    private void chart(Sheet sheet, ReportDocument.Chart c) {
        Diagram diagram = new Diagram(type, v -> text.figure(v, c.unit()), text.unknown());
        List<Diagram.Value> values = c.bars().stream()
                .map(b -> new Diagram.Value(b.name(), b.value()))
                .toList();
        Diagram.Block block = c.line() ? diagram.line(values) : diagram.bars(values);
        sheet.heading(c.title(), Math.min(block.high(), 400) + 40);
        if (!c.note().isEmpty()) {
            sheet.paragraph(c.note(), Ink.MUTED);
        }
        if (!values.isEmpty()) {
            sheet.block(block.high(), block.items());
        }
    }

    private void areas(Sheet sheet, ReportDocument.Areas a) {
        Diagram.Block block = map(a, text, type);
        sheet.heading(a.title(), block.high() + 40);
        if (block.items().isEmpty()) {
            sheet.paragraph(text.get("no-outlines"), Ink.MUTED);
            return;
        }
        sheet.block(block.high(), block.items());
        if (!a.attribution().isEmpty()) {
            sheet.paragraph(a.attribution(), Ink.MUTED);
        }
    }

    private static Diagram.Block map(ReportDocument.Areas a, ReportText text, Type type) {
        return AreaMap.of(type, a.areas(), new AreaMap.Wording(v -> text.figure(v, a.unit()), text.unknown()));
    }

    /// How each number was counted, and where its cases are.
    private void formulas(Sheet sheet) {
        sheet.heading(text.get("formulas"));
        sheet.paragraph(text.get("formulas-note"), Ink.MUTED);
        Table.onto(
                sheet,
                List.of("figure", "value", "fraction", "formula", "version").stream()
                        .map(n -> new Table.Column(text.get("column." + n), n.equals("value") || n.equals("fraction")))
                        .toList(),
                document.formulas().stream()
                        .map(f -> List.of(f.name(), f.value(), f.fraction(), f.formula(), f.version()))
                        .toList());
    }

    /// A map as a picture, for a workbook.
    static BufferedImage picture(ReportDocument.Areas a, ReportText text, Type type) {
        Diagram.Block block = map(a, text, type);
        return PagePicture.of(block.items(), Sheet.width(), Math.max(1, block.high()), type, 2);
    }
}
