package org.yiping.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.report.ReportCard;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.ReportTemplate;
import org.yiping.domain.report.ReportTemplates;
import org.yiping.domain.report.ReportWish;
import org.yiping.domain.report.TemplateCode;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Ledger;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.report.ReportDesk;

/// Reports and lists of cases: asked for under a name, looked after, fetched. Everybody is given what they see of cases
/// themselves; a list of cases, which may hold personal data, is its asker's alone.
final class ReportRoutes {
    private static final int SHOWN = 500;
    private static final Map<String, String> MEDIA = Map.of(
            ReportRun.PDF, "application/pdf",
            ReportRun.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ReportRun.CSV, "text/csv",
            ReportRun.PNG, "image/png");

    private final ReportDesk desk;
    private final FigureDesk figures;
    private final Ledger ledger;
    private final Access access;

    ReportRoutes(ReportDesk desk, FigureDesk figures, Ledger ledger, Access access) {
        this.desk = desk;
        this.figures = figures;
        this.ledger = ledger;
        this.access = access;
    }

    void open(Door door) {
        door.get("/api/v1/report-templates", call -> templates());
        door.get("/api/v1/reports", this::list);
        door.get("/api/v1/reports/{id}", call -> Reply.json(card(mine(call), call.who())));
        door.put("/api/v1/reports/{id}", this::order);
        door.post("/api/v1/reports/{id}/cancel", this::cancel);
        door.get("/api/v1/reports/{id}/files/{format}", this::file);
    }

    private Reply templates() {
        List<ReportTemplates.Listed> items = desk.book().templates().stream()
                .map(t -> new ReportTemplates.Listed(t, desk.next(t).orElse(null)))
                .toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        page.put("faults", desk.book().faults());
        page.put("revision", ledger.revision());
        return Reply.json(page);
    }

    private Reply list(Call call) {
        Principal who = call.who();
        int limit = (int) call.number("limit", 100, 1, SHOWN);
        List<ReportCard> items = desk.newest(access.reach(Kinds.REPORT, who), limit).stream()
                .filter(r -> isFor(r, who))
                .map(r -> card(r, who))
                .toList();
        return Pages.of(items, ledger.revision(), null);
    }

    private ReportCard card(ReportRun run, Principal who) {
        return new ReportCard(run, may(run, who), run.late(), desk.progress(run));
    }

    /// Cancel it: whoever asked for it, and whoever runs the platform.
    private static boolean may(ReportRun run, Principal who) {
        return run.by().person().equals(who.actor().person())
                || who.post().value().equals("administrator");
    }

    private static boolean isFor(ReportRun run, Principal who) {
        return !run.listsCases() || run.by().person().equals(who.actor().person());
    }

    private ReportRun mine(Call call) {
        Principal who = call.who();
        ReportId id = FigureRoutes.id("id", call.path("id"), ReportId::new);
        return desk.find(id)
                .filter(r -> desk.isSeen(r, access.reach(Kinds.REPORT, who)) && isFor(r, who))
                .orElseThrow(() -> Fault.of("RES-4040"));
    }

    private Reply order(Call call) {
        Principal who = call.who();
        ReportWish wish = call.body(ReportWish.class);
        ReportId id = FigureRoutes.id("id", call.path("id"), ReportId::new);
        if (id.value().startsWith(ReportDesk.DUE)) {
            throw Fault.at("BOD-4001", "/id", "range");
        }
        if (desk.find(id).isPresent()) {
            return Reply.json(card(mine(call), who));
        }
        String language = Objects.requireNonNullElse(wish.language(), "zh");
        if (!List.of("zh", "en").contains(language)) {
            throw Fault.at("BOD-4001", "/language", "unknown");
        }
        ReportDesk.Order order = wish.template() == null
                ? cases(id, wish, language, who)
                : report(id, wish, wish.template(), language, who);
        FigureRoutes.asked(
                () -> figures.span(new FigureDesk.Frame(order.period(), order.day(), order.scope(), order.reach())));
        try {
            desk.order(order, who);
            return Reply.json(card(mine(call), who)); // somebody may have been quicker with the name
        } catch (ReportDesk.Busy e) {
            throw Fault.of("RPT-4290").retryAfter(30);
        }
    }

    private ReportDesk.Order report(ReportId id, ReportWish wish, String code, String language, Principal who) {
        ReportTemplate template = Optional.of(FigureRoutes.id("template", code, TemplateCode::new))
                .flatMap(desk.book()::find)
                .orElseThrow(() -> Fault.at("BOD-4001", "/template", "unknown"));
        FigureScope scope = Objects.requireNonNullElse(wish.scope(), FigureScope.CITY);
        if (template.ofDepartment() && scope.department() == null) {
            throw Fault.at("BOD-4001", "/scope/department", "missing");
        }
        return new ReportDesk.Order(
                id,
                template,
                null,
                template.title(language.equals("en")),
                Objects.requireNonNullElse(wish.period(), template.period()),
                day(wish),
                scope,
                language,
                ReportRun.PDF,
                access.reach(Kinds.CASE, who));
    }

    private ReportDesk.Order cases(ReportId id, ReportWish wish, String language, Principal who) {
        String counter = Objects.requireNonNullElse(wish.counter(), "");
        String format = Objects.requireNonNullElse(wish.format(), ReportRun.XLSX);
        if (Counter.of(counter).isEmpty()) {
            throw Fault.at("BOD-4001", wish.counter() == null ? "/template" : "/counter", "unknown");
        }
        if (!List.of(ReportRun.XLSX, ReportRun.CSV).contains(format)) {
            throw Fault.at("BOD-4001", "/format", "unknown");
        }
        return new ReportDesk.Order(
                id,
                null,
                counter,
                language.equals("en") ? "Cases: " + counter : "案件清单 " + counter,
                Objects.requireNonNullElse(wish.period(), "month"),
                day(wish),
                Objects.requireNonNullElse(wish.scope(), FigureScope.CITY),
                language,
                format,
                access.reach(Kinds.CASE, who));
    }

    private static @Nullable LocalDate day(ReportWish wish) {
        LocalDate day = wish.day();
        if (day != null && (day.getYear() < 1970 || day.getYear() > 9999)) {
            throw Fault.at("BOD-4001", "/day", "range");
        }
        return day;
    }

    private Reply cancel(Call call) {
        Principal who = call.who();
        ReportRun run = mine(call);
        if (!may(run, who)) {
            throw Fault.of("AUT-4030");
        }
        if (!desk.cancel(run.id())) {
            throw Fault.of("RPT-4090").withCurrent(Json.mapper().writeValueAsString(run), null);
        }
        return Reply.json(card(desk.find(run.id()).orElse(run), who));
    }

    private Reply file(Call call) throws IOException {
        ReportRun run = mine(call);
        ReportRun.ReportFile file = run.files().stream()
                .filter(f -> f.format().equals(call.path("format")))
                .findFirst()
                .orElseThrow(() -> Fault.of("RES-4040"));
        Path path = desk.files().path(run.id(), file.format());
        if (!Files.exists(path)) {
            throw Fault.of("RES-4040");
        }
        String media = MEDIA.getOrDefault(file.format(), "application/octet-stream");
        return file.format().equals(ReportRun.PNG)
                ? new Reply.Body(200, media, Files.readAllBytes(path), "\"" + file.sha256() + "\"")
                : new Reply.Download(media, out -> Files.copy(path, out));
    }
}
