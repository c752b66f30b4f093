package org.yiping.console.fx;

import java.util.List;
import java.util.Optional;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.transform.Scale;

/// The printers of this machine: the system's default one, else the first there is. No dialog asks: it would stand over
/// live alarms, and which printer serves a seat is the system's to say. See `Press` for its threads.
public final class Printers implements Press {
    @Override
    public Optional<String> printer() {
        return chosen().map(Printer::getName);
    }

    @Override
    public boolean print(String title, List<? extends Node> pages, double width, double height) {
        Printer printer = chosen().orElse(null);
        PrinterJob job = printer == null ? null : PrinterJob.createPrinterJob(printer);
        if (printer == null || job == null) {
            return false;
        }
        job.getJobSettings().setJobName(title);
        PageLayout layout =
                printer.createPageLayout(Paper.A4, PageOrientation.PORTRAIT, Printer.MarginType.HARDWARE_MINIMUM);
        double scale = Math.min(layout.getPrintableWidth() / width, layout.getPrintableHeight() / height);
        for (Node page : pages) {
            page.getTransforms().setAll(new Scale(scale, scale));
            if (!job.printPage(layout, page)) {
                job.cancelJob();
                return false;
            }
        }
        return job.endJob();
    }

    private static Optional<Printer> chosen() {
        return Optional.ofNullable(Printer.getDefaultPrinter())
                .or(() -> Printer.getAllPrinters().stream().findFirst());
    }
}
