package org.yiping.console.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.FileShelf;
import org.yiping.console.link.ActionOffer;
import org.yiping.console.link.Answer;
import org.yiping.console.link.DuplicateRow;
import org.yiping.console.link.Link;
import org.yiping.console.store.AssessmentLookup;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.InspectionLookup;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.RecheckLookup;
import org.yiping.console.store.ReplayLookup;
import org.yiping.console.store.ReportLookup;
import org.yiping.console.store.StaffLookup;
import org.yiping.console.store.Subscription;
import org.yiping.domain.advice.DutyGrid;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.wall.WallPictures;
import org.yiping.domain.wall.WallTeam;
import org.yiping.protocol.Problem;

/// Answers windows' questions by asking the platform; photos from the disk where it has them. Any thread.
final class PlatformLookup implements Lookup {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformLookup.class);

    private final Link link;
    private final FileShelf files;
    private final OpenCases openCases;
    private final SyncTools tools;
    private final CameraUse cameras;

    PlatformLookup(Link link, FileShelf files, OpenCases openCases, SyncTools tools) {
        this.link = link;
        this.files = files;
        this.openCases = openCases;
        this.tools = tools;
        cameras = new PlatformCameras(link.cameras());
    }

    @Override
    public Subscription open(CaseId id) {
        openCases.open(id);
        fetch(id);
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                openCases.close(id);
            }
        };
    }

    @Override
    public CompletableFuture<Found<WallTeam>> team(String wall) {
        return link.team(wall).thenApply(a -> found(a, Function.identity()));
    }

    /// What could not be fetched while the link was down.
    void refresh() {
        openCases.toFetch().forEach(this::fetch);
    }

    private void fetch(CaseId id) {
        var _ = link.records(id).thenAccept(answer -> {
            if (answer instanceof Answer.Ok<List<FlowRecord>>(List<FlowRecord> records)) {
                openCases.fetched(id, records);
            }
        });
    }

    @Override
    public CompletableFuture<Found<List<Offer>>> actions(CaseId id) {
        return link.actions(id)
                .thenApply(a -> found(
                        a,
                        offers -> offers.stream()
                                .<Offer>mapMulti((offer, out) -> {
                                    if (offer.transition() != null) {
                                        out.accept(offer(offer));
                                    }
                                })
                                .toList()));
    }

    private static Offer offer(ActionOffer wire) {
        if (wire.transition() == null) {
            throw new IllegalArgumentException("an offer without its transition");
        }
        return new Offer(wire.action(), wire.allowed(), wire.refusal(), wire.transition());
    }

    @Override
    public CompletableFuture<Found<Recommendation>> recommendations(CaseId id) {
        return link.recommendations(id).thenApply(a -> found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<List<Twin>>> duplicates(CaseId id) {
        return link.duplicates(id).thenApply(a -> found(a, PlatformLookup::twins));
    }

    @Override
    public CompletableFuture<Found<List<Twin>>> duplicates(ClassCode classCode, Position place) {
        return link.duplicates(classCode, place).thenApply(a -> found(a, PlatformLookup::twins));
    }

    private static List<Twin> twins(List<DuplicateRow> rows) {
        return rows.stream()
                .map(r -> new Twin(r.row(), r.metres(), Duration.ofSeconds(r.apartSeconds()), r.photo(), r.refusal()))
                .toList();
    }

    @Override
    public CompletableFuture<Found<List<Case>>> casesBehind(KpiCode code) {
        return link.casesBehind(code).thenApply(a -> found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<List<Kpi>>> figures(CampaignId id) {
        return link.figures(id).thenApply(a -> found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<List<Case>>> casesOf(String phone, int most) {
        return link.casesOf(phone, most).thenApply(a -> found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<List<PlaceCandidate>>> places(String words, String phone) {
        return link.places(words, phone).thenApply(a -> found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<List<DutyGrid.Duty>>> duties(AreaCode area) {
        return link.duties(area).thenApply(a -> found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<List<CameraStream>>> streams(CameraId id) {
        return link.streams(id).thenApply(a -> found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<WallPictures>> pictures(String wall, long since) {
        return link.walls().pictures(wall, since).thenApply(a -> found(a, Function.identity()));
    }

    @Override
    public Optional<CameraUse> cameras() {
        return Optional.of(cameras);
    }

    @Override
    public Optional<FigureLookup> figures() {
        return Optional.of(new PlatformFigures(link.figures()));
    }

    @Override
    public Optional<RecheckLookup> rechecks() {
        return Optional.of(new PlatformRechecks(link.rechecks()));
    }

    @Override
    public Optional<ReplayLookup> replay() {
        return Optional.of(new PlatformReplay(link.replay()));
    }

    @Override
    public Optional<StaffLookup> staff() {
        return Optional.of(new PlatformStaff(link.staff()));
    }

    @Override
    public Optional<InspectionLookup> inspections() {
        return Optional.of(new PlatformInspections(link.inspections()));
    }

    @Override
    public Optional<AssessmentLookup> assessments() {
        return Optional.of(new PlatformAssessments(link.assessments()));
    }

    @Override
    public Optional<ReportLookup> reports() {
        return Optional.of(new PlatformReports(link.reports()));
    }

    @Override
    public CompletableFuture<Found<byte[]>> file(String fileId) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        var kept = files.find(fileId);
                        if (kept.isPresent()) {
                            return new Found.Got<>(kept.get());
                        }
                    } catch (IllegalArgumentException _) {
                        return new Found.Refused<>("FIL-ID", fileId);
                    } catch (IOException e) {
                        LOG.warn("a kept photo is not readable: {}", e.toString());
                    }
                    Found<byte[]> fetched = found(link.file(fileId).join(), Function.identity());
                    if (fetched instanceof Found.Got<byte[]>(byte[] content)) {
                        keep(fileId, content);
                    }
                    return fetched;
                },
                tools.workers());
    }

    private void keep(String fileId, byte[] content) {
        try {
            files.see(fileId, content);
        } catch (IOException e) {
            LOG.warn("a photo is shown, but not kept on disk: {}", e.toString());
        }
    }

    static <T, R> Found<R> found(Answer<T> answer, Function<T, R> mapping) {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> new Found.Got<>(mapping.apply(value));
            case Answer.Refused<T>(Problem problem) -> new Found.Refused<>(problem.code(), problem.detail());
            case Answer.Unreachable<T> _ -> new Found.Unreachable<>();
        };
    }
}
