package org.yiping.console.ui.report;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Notice;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReportLookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.report.ReportCard;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.ReportTemplates;
import org.yiping.domain.report.ReportWish;

/// The reports of the platform as the page shows them. FX thread; the platform is asked beside it.
///
/// While one is made it is asked every second, else every ten. What an order asked for keeps its name until it was
/// answered: pressed again after a lost link it is the same report.
final class ReportsModel {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final String NOTICE = "report";

    private final Desk desk;
    private final Hall hall;
    private final Runnable changed;
    private @Nullable ReportTemplates templates;
    private List<ReportCard> cards = List.of();
    private @Nullable Instant answered;
    private String trouble = "";
    private Instant asked = Instant.MIN;
    private boolean asking;
    private @Nullable ReportId ordering;
    private @Nullable ReportWish wish;
    private boolean sending;
    private final Set<ReportId> cancelling = new HashSet<>();
    private @Nullable ReportId chosen;
    private byte @Nullable [] preview;
    private @Nullable ReportId previewOf;

    ReportsModel(Desk desk, Hall hall, Runnable changed) {
        this.desk = desk;
        this.hall = hall;
        this.changed = changed;
    }

    Optional<ReportTemplates> templates() {
        return Optional.ofNullable(templates);
    }

    /// The newest first.
    List<ReportCard> cards() {
        return cards;
    }

    /// When the platform last said so; absent until it did.
    Optional<Instant> answered() {
        return Optional.ofNullable(answered);
    }

    /// Why there is nothing newer; empty where all is well.
    String trouble() {
        return trouble;
    }

    boolean isSending() {
        return sending;
    }

    boolean isCancelling(ReportId id) {
        return cancelling.contains(id);
    }

    Optional<ReportCard> chosen() {
        return cards.stream().filter(c -> c.run().id().equals(chosen)).findFirst();
    }

    /// The first page of the chosen one as a PNG; absent until it came.
    byte @Nullable [] preview() {
        return Objects.equals(previewOf, chosen) ? preview : null;
    }

    void choose(@Nullable ReportId id) {
        if (!Objects.equals(chosen, id)) {
            chosen = id;
            look();
            changed.run();
        }
    }

    private void look() {
        ReportCard card = chosen().orElse(null);
        if (card != null
                && card.run().files().stream().anyMatch(f -> f.format().equals(ReportRun.PNG))
                && !card.run().id().equals(previewOf)) {
            ReportId id = card.run().id();
            ask(l -> l.preview(id), png -> {
                preview = png;
                previewOf = id;
            });
        }
    }

    /// Asks again where it is time to.
    void tick() {
        Instant now = hall.now();
        boolean open = cards.stream().anyMatch(c -> c.run().goesOn());
        Duration every = open ? SOON : LATER;
        boolean due = asked.equals(Instant.MIN) || now.isBefore(asked) || !now.isBefore(asked.plus(every));
        if (due && !asking) {
            again();
        }
    }

    void again() {
        asked = hall.now();
        asking = true;
        if (templates == null) {
            ask(ReportLookup::templates, t -> templates = t);
        }
        ask(ReportLookup::newest, this::told);
    }

    private void told(List<ReportCard> newest) {
        cards = newest;
        answered = hall.now();
        cancelling.removeIf(id -> newest.stream()
                .noneMatch(c -> c.run().id().equals(id) && c.run().goesOn()));
        if (chosen().isEmpty() && !newest.isEmpty()) {
            chosen = newest.getFirst().run().id();
        }
        look();
    }

    /// Orders it; the same wish again is the same order until the platform has answered.
    void order(ReportWish next) {
        if (sending) {
            return;
        }
        ReportId id = ordering;
        if (id == null || !next.equals(wish)) {
            id = new ReportId(UUID.randomUUID().toString());
        }
        ReportId name = id;
        ordering = name;
        wish = next;
        sending = true;
        ask(l -> l.order(name, next), card -> {
            ordering = null;
            chosen = card.run().id();
            again();
        });
    }

    void cancel(ReportId id) {
        if (cancelling.add(id)) {
            ask(l -> l.cancel(id), _ -> again());
        }
    }

    void save(ReportRun run, ReportRun.ReportFile file, Path target) {
        ReportLookup lookup = desk.lookup().reports().orElse(null);
        if (lookup == null) {
            hall.notices().show(Notice.warning(NOTICE, text("report.not-saved"), text("report.lost"), "UI-4120"));
            return;
        }
        var _ = lookup.save(run, file, target)
                .thenAccept(found -> hall.fx().execute(() -> hall.notices().show(saved(found, target))));
    }

    private Notice saved(Found<Path> found, Path target) {
        return switch (found) {
            case Found.Got<Path> _ -> Notice.info(NOTICE, text("report.saved", target.toString()));
            case Found.Refused<Path>(String code, String detail) ->
                Notice.warning(
                        NOTICE,
                        text("report.not-saved"),
                        code.equals("UI-4121")
                                ? text("report.came-otherwise")
                                : detail.isEmpty() ? text("report.not-written", target.toString()) : detail,
                        code);
            case Found.Unreachable<Path> _ ->
                Notice.warning(NOTICE, text("report.not-saved"), text("report.lost"), "UI-4120");
        };
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }

    private <T> void ask(Function<ReportLookup, CompletableFuture<Found<T>>> question, Consumer<T> got) {
        ReportLookup lookup = desk.lookup().reports().orElse(null);
        if (lookup == null) {
            asking = false;
            sending = false;
            trouble = text("report.lost");
            changed.run();
            return;
        }
        var _ = question.apply(lookup).thenAccept(found -> hall.fx().execute(() -> answered(found, got)));
    }

    private <T> void answered(Found<T> found, Consumer<T> got) {
        asking = false;
        sending = false;
        switch (found) {
            case Found.Got<T>(T value) -> {
                trouble = "";
                got.accept(value);
            }
            case Found.Refused<T>(String code, String detail) -> {
                cancelling.clear();
                trouble = (detail + " " + code).strip();
            }
            case Found.Unreachable<T> _ -> {
                cancelling.clear();
                trouble = text("report.lost");
            }
        }
        changed.run();
    }
}
