package org.yiping.server.report;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.ReportTemplate;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.access.Roster;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.Database;
import org.yiping.server.data.Disclosures;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Rows;
import org.yiping.server.inspection.Inspections;
import org.yiping.server.inspection.Rechecks;
import org.yiping.server.kpi.FactKeeper;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.kpi.StillFigures;

/// Makes the files of what was asked for. One thread at a time.
public final class ReportMaker {
    private static final Logger LOG = LoggerFactory.getLogger(ReportMaker.class);
    private static final String ROUTE = "PUT /api/v1/reports/{id}";

    private final FigureDesk figures;
    private final ReportBook book;
    private final City city;
    private final Access access;
    private final ReportFiles files;
    private final Means means;

    /// Where names, outlines and what inspections found come from.
    public record City(Rows rows, Roster roster, Rulebook rules, Database database) {
        Inspections inspections() {
            return new Inspections(rows, new JournalReader(database));
        }

        AreaOutlines outlines() {
            return new AreaOutlines(new LayerTable(database));
        }
    }

    /// `reader` reads ahead; `disclosures` hears of personal data that went out.
    public record Means(Executor reader, InstantSource clock, Disclosures disclosures) {}

    public ReportMaker(FigureDesk figures, ReportBook book, City city, Access access, ReportFiles files, Means means) {
        this.figures = figures;
        this.book = book;
        this.city = city;
        this.access = access;
        this.files = files;
        this.means = means;
    }

    ReportFiles files() {
        return files;
    }

    /// The run as it ended; as it was where it has to be made later: the platform stops, or still counts its figures.
    ReportRun make(ReportRun run, Progress progress) {
        ReportRun ended = run;
        try {
            ended = run.listsCases() ? list(run, progress) : report(run, progress);
        } catch (Progress.Ended e) {
            ended = progress.isCancelled() ? run.cancelled(now()) : run;
        } catch (FactKeeper.NotYet e) {
            LOG.info("report {} waits for the figures", run.id().value());
        } catch (ReportFiles.Full e) {
            LOG.warn("report {}: the disk is full", run.id().value(), e);
            ended = run.failed(now(), "disk-full");
        } catch (IOException e) {
            LOG.warn("report {} could not be written", run.id().value(), e);
            ended = run.failed(now(), "write");
        } catch (RuntimeException e) {
            LOG.error("report {} failed", run.id().value(), e);
            ended = run.failed(now(), "data");
        }
        if (!ended.state().equals(ReportRun.DONE)) {
            files.forget(run);
        }
        return ended;
    }

    private Instant now() {
        return means.clock().instant();
    }

    private ReportNames names(ReportText text) {
        Catalogue catalogue = city.rules().catalogues().at(now());
        return new ReportNames(city.rows(), city.roster(), city.rules(), catalogue, text);
    }

    private ReportRun report(ReportRun run, Progress progress) throws IOException {
        ReportText text = new ReportText(run.english(), figures.zone());
        ReportTemplate template =
                run.template() == null ? null : book.find(run.template()).orElse(null);
        if (template == null) {
            return run.failed(now(), "template");
        }
        progress.reached(0.02);
        ReportComposer.Order order = new ReportComposer.Order(
                run,
                template,
                city.rules().settings().name(),
                city.rules().settings().simulated(),
                new Rechecks(city.rows(), city.rules().settings().code()));
        ReportComposer.Composed composed = new ReportComposer(
                        figures, city.outlines(), city.inspections(), order, names(text), text)
                .compose(order, progress);
        List<ReportRun.ReportFile> made = new ArrayList<>();
        PdfReport pages = new PdfReport(composed.document(), text);
        progress.reached(0.8);
        made.add(files.write(run.id(), ReportRun.PDF, pages::pdf));
        made.add(files.write(run.id(), ReportRun.PNG, pages::preview));
        progress.reached(0.9);
        made.add(files.write(
                run.id(),
                ReportRun.XLSX,
                out -> new XlsxReport(composed.document(), text).to(out, run.name(), composed.at())));
        progress.reached(1);
        return run.done(now(), composed.at(), null, made);
    }

    private ReportRun list(ReportRun run, Progress progress) throws IOException {
        ReportText text = new ReportText(run.english(), figures.zone());
        Counter counter = Counter.of(String.valueOf(run.counter())).orElseThrow();
        StillFigures.Listed listed = new StillFigures(figures)
                .list(new StillFigures.Behind(
                        new FigureDesk.Frame(
                                run.period(), run.day(), run.scope(), new Reach(run.areas(), run.department())),
                        counter));
        if (!listed.known()) { // an empty list would say that there were none
            return run.failed(now(), "unknown");
        }
        Masking masking = access.masking(run.by().post());
        CaseList list = new CaseList(figures, new CaseColumns(names(text), text), masking, means.reader(), progress);
        String format = run.formats().getFirst();
        ReportRun.ReportFile made = files.write(run.id(), format, out -> {
            if (format.equals(ReportRun.CSV)) {
                list.csv(listed, out);
            } else {
                list.xlsx(listed, run.title(), run.name(), out);
            }
        });
        if (list.personal() > 0 && masking.reveals(Kinds.CASE)) {
            means.disclosures()
                    .add(new Disclosures.Disclosure(
                            now(), run.by(), ROUTE, run.id().value(), list.personal()));
        }
        return run.done(now(), listed.at(), (long) listed.cases().revisions().length, List.of(made));
    }
}
