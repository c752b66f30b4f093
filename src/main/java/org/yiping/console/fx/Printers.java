package org.yiping.console.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.transform.Scale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The printers of this machine: the system's default one, else the first there is. No dialog asks: it would stand over
/// live alarms, and which printer serves a seat is the system's to say. See `Press` for its threads.
public final class Printers implements Press {
    private static final Logger LOG = LoggerFactory.getLogger(Printers.class);

    /// What Java hands its pages to on Linux. Where it is missing, Java loses them and calls the job done.
    private static final Path SPOOLER = Path.of("/usr/bin/lpr");

    private final boolean spools;

    public Printers() {
        this(System.getProperty("os.name"), SPOOLER);
    }

    Printers(String system, Path spooler) {
        spools = !system.equals("Linux") || Files.isExecutable(spooler);
    }

    /// Whether pages reach a printer at all on this machine.
    boolean spools() {
        return spools;
    }

    @Override
    public Optional<String> printer() {
        return chosen().map(Printer::getName);
    }

    @Override
    public boolean print(String title, List<? extends Node> pages, double width, double height) {
        if (!spools) {
            LOG.warn("nothing can be printed: this system has no {}", SPOOLER);
            return false;
        }
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
