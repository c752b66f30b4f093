package org.yiping.console.ui;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.city.ReportFolder;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReportLookup;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.report.ReportCard;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.ReportTemplate;
import org.yiping.domain.report.ReportTemplates;
import org.yiping.domain.report.ReportWish;
import org.yiping.domain.report.TemplateCode;
import org.yiping.paper.Diagram;
import org.yiping.paper.Ink;
import org.yiping.paper.Letters;
import org.yiping.paper.PagePicture;
import org.yiping.paper.Sheet;
import org.yiping.paper.Table;
import org.yiping.paper.Type;

/// Reports in every state, for looking at.
public final class MadeUpReports implements ReportLookup {
    private static final Actor BY = new Actor(new PersonId("p-1"), new PostCode("supervisor"), new SeatId("seat-1"));
    private final Instant now;

    public MadeUpReports(Instant now) {
        this.now = now;
    }

    @Override
    public CompletableFuture<Found<ReportTemplates>> templates() {
        var figures = CityFolder.shippedFigures().getFirst().figures().stream()
                .map(f -> f.code())
                .collect(Collectors.toSet());
        List<ReportTemplates.Listed> items = new ArrayList<>();
        for (ReportTemplate t : ReportFolder.read(null, figures).templates()) {
            items.add(new ReportTemplates.Listed(
                    t, t.schedule() == null ? null : t.schedule().next(now, ZoneId.of("Asia/Shanghai"))));
        }
        return got(new ReportTemplates(items, List.of("street.yaml:14: no such figure: filled")));
    }

    private ReportRun run(String id, @Nullable String template, String title, String period, String state) {
        boolean done = state.equals(ReportRun.DONE);
        boolean due = id.startsWith("due.");
        return new ReportRun(
                new ReportId(id),
                template == null ? null : new TemplateCode(template),
                template == null ? null : template + "-1",
                title,
                period,
                LocalDate.of(2026, 11, 23),
                FigureScope.CITY,
                template == null ? "reported" : null,
                "zh",
                List.of(template == null ? "xlsx" : "pdf"),
                List.of(),
                null,
                BY,
                "周督",
                now.minus(Duration.ofMinutes(id.length())),
                due ? now.minus(Duration.ofHours(2)) : null,
                state,
                done ? now : null,
                state.equals(ReportRun.FAILED) ? "disk-full" : null,
                template == null && done ? 48_210L : null,
                done ? now.minusSeconds(40) : null,
                !done
                        ? List.of()
                        : template == null
                                ? List.of(new ReportRun.ReportFile("xlsx", 9_400_000, "3f".repeat(32)))
                                : List.of(
                                        new ReportRun.ReportFile("pdf", 184_000, "9a".repeat(32)),
                                        new ReportRun.ReportFile("png", 60_000, "00".repeat(32)),
                                        new ReportRun.ReportFile("xlsx", 96_000, "c4".repeat(32))));
    }

    @Override
    public CompletableFuture<Found<List<ReportCard>>> newest() {
        return got(List.of(
                new ReportCard(
                        run("due.daily.2026-11-24", "daily", "城市管理每日简报", "day", ReportRun.DONE), false, true, null),
                new ReportCard(run("a", "monthly", "城市管理月报", "month", ReportRun.ORDERED), true, false, 0.46),
                new ReportCard(run("b", "notice", "办理情况通报", "month", ReportRun.ORDERED), true, false, 0.0),
                new ReportCard(run("c", null, "案件清单 reported", "month", ReportRun.DONE), true, false, null),
                new ReportCard(run("d", "weekly", "城市管理周报", "week", ReportRun.FAILED), true, false, null),
                new ReportCard(run("e", "quarterly", "城市管理季报", "quarter", ReportRun.CANCELLED), false, false, null)));
    }

    @Override
    public CompletableFuture<Found<ReportCard>> order(ReportId id, ReportWish wish) {
        return got(new ReportCard(run(id.value(), "daily", "城市管理每日简报", "day", ReportRun.ORDERED), true, false, 0.0));
    }

    @Override
    public CompletableFuture<Found<ReportCard>> cancel(ReportId id) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<byte[]>> preview(ReportId id) {
        Type type = Letters.type();
        Sheet sheet = new Sheet(type);
        sheet.title(List.of(), 0, "城市管理每日简报", "");
        sheet.paragraph("模拟数据 SIMULATED：本报表的数据来自模拟城市，不是真实业务", Ink.TEXT);
        sheet.facts(List.of(new Sheet.Fact("统计期", "2026-11-23"), new Sheet.Fact("范围", "全市")));
        sheet.heading("各部门办理情况");
        Table.onto(
                sheet,
                List.of(new Table.Column("部门", false), new Table.Column("结案数", true)),
                List.of(List.of("环卫所", "128"), List.of("市政设施管理所", "64"), List.of("园林绿化所", "无数据")));
        sheet.heading("各时段立案数");
        Diagram.Block line = new Diagram(type, v -> Long.toString(Math.round(v)), "无数据")
                .line(IntStream.range(0, 24)
                        .mapToObj(h -> new Diagram.Value(h + ":00", h < 6 ? 2.0 : 30 - Math.abs(13.0 - h) * 2))
                        .toList());
        sheet.block(line.high(), line.items());
        BufferedImage picture = PagePicture.of(
                sheet.pages(new Sheet.Running("示范市", "模拟", "数据时间"), (p, all) -> p + " / " + all)
                        .getFirst(),
                type,
                1.4);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return got(png.toByteArray());
    }

    @Override
    public CompletableFuture<Found<Path>> save(ReportRun run, ReportRun.ReportFile file, Path target) {
        return got(target);
    }

    private static <T> CompletableFuture<Found<T>> got(T value) {
        return CompletableFuture.completedFuture(new Found.Got<>(value));
    }
}
