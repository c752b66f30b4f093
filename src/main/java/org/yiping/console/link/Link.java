package org.yiping.console.link;

// long because every call a console makes to a platform is named here once

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.yiping.domain.casework.Review;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.component.Component;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.shift.Seat;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallTeam;
import org.yiping.protocol.City;
import org.yiping.protocol.CommandAnswer;
import org.yiping.protocol.CommandRequest;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.SignIn;
import org.yiping.protocol.SnapshotLine;
import tools.jackson.core.JacksonException;

/// The console's way to one platform: calls and the stream of frames. Nothing blocks; any thread. Answers
/// come on the link's threads and never exceptionally.
public final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final String V1 = "/api/v1";
    /// Everything a console keeps, and what it shows without keeping it.
    public static final List<String> TOPICS = List.of(
            Kinds.CASE,
            Kinds.RECORD,
            Kinds.REVIEW,
            Kinds.PERSON,
            Kinds.DEPARTMENT,
            Kinds.CAMERA,
            Kinds.PATROL_PLAN,
            Kinds.PATROL_ROUND,
            Kinds.SCENE,
            Kinds.DEBRIEF,
            Kinds.DEBRIEF_COMMENT,
            Kinds.SENSOR,
            Kinds.AREA,
            Kinds.RULE,
            Kinds.HANDOVER,
            Kinds.ROSTER,
            Kinds.CAMPAIGN,
            Kinds.CALL,
            Kinds.CAPTURE,
            Kinds.BROADCAST,
            Kinds.OPEN_DAY,
            Kinds.WALL,
            Kinds.CITY,
            Kinds.SEAT,
            Kinds.READING,
            "telemetry");

    private final LinkSettings settings;
    private final LinkTools tools;
    private final Http http;
    private final Tokens tokens;
    private final Calls calls;
    private final CameraCalls cameras;
    private final WebSocketDialer dialer;
    private volatile Duration offset = Duration.ZERO;
    private @Nullable PushLine line;

    public Link(LinkSettings settings, LinkTools tools) {
        this.settings = settings;
        this.tools = tools;
        http = new Http(settings, tools.workers());
        tokens = new Tokens(http, tools.workers(), () -> tools.clock().instant().plus(offset));
        calls = new Calls(http, tokens);
        cameras = new CameraCalls(calls);
        dialer = new WebSocketDialer(settings, tokens, tools.workers(), String.join(",", TOPICS));
    }

    /// Keeps the credentials and signs in; where the platform is not reached, the next call tries again.
    public CompletableFuture<Answer<SignIn.Me>> signIn(SignIn.Request request) {
        return signIn(request, _ -> {});
    }

    /// `met` is told how the platform calls itself each time it lets us in, before anything else is asked or sent; it
    /// may block.
    public CompletableFuture<Answer<SignIn.Me>> signIn(SignIn.Request request, Consumer<String> met) {
        return tokens.signIn(request, met).thenApply(a -> a.map(SignIn.Answer::me));
    }

    /// Answers when the platform has let us in and said how it calls itself, or does not.
    public CompletableFuture<Answer<Boolean>> letIn() {
        return tokens.bearer().thenApply(a -> a.map(_ -> true));
    }

    public CompletableFuture<Answer<byte[]>> signOut() {
        return tokens.signOut();
    }

    /// Follows the stream until this link is closed.
    public synchronized void follow(PushHandler handler, LinkEvents events) {
        if (line != null) {
            throw new IllegalStateException("followed already");
        }
        line = new PushLine(
                dialer,
                handler,
                new OffsetKeeper(events, o -> offset = o),
                new Backoff(settings.retry().first(), settings.retry().longest(), tools.random()),
                tools,
                settings.patience().ping());
        line.start();
    }

    public CompletableFuture<Answer<Offered>> offered() {
        return http.send(Call.get("/api"), null)
                .thenApply(a -> a.then(body -> {
                    try {
                        return new Answer.Ok<>(Json.mapper().readValue(body, Offered.class));
                    } catch (JacksonException _) {
                        return new Answer.Unreachable<Offered>("garbled");
                    }
                }));
    }

    /// What the platform offers; the console switches off what it does not.
    public record Offered(List<String> versions, List<String> capabilities) {}

    public CompletableFuture<Answer<City>> city() {
        return calls.json(Call.get(V1 + "/city"), City.class);
    }

    public CompletableFuture<Answer<SignIn.Me>> me() {
        return calls.json(Call.get(V1 + "/me"), SignIn.Me.class);
    }

    /// Streams a snapshot's rows to `rows` on a worker thread and answers its revision. After any other
    /// answer what was told means nothing: a cut stream is not a snapshot.
    public CompletableFuture<Answer<Long>> snapshot(List<String> topics, Consumer<SnapshotLine> rows) {
        return calls.stream(Call.get(V1 + "/snapshot?topics=" + String.join(",", topics)), in -> Ndjson.read(in, rows));
    }

    public CompletableFuture<Answer<Download<Feature>>> layer(String name, long known) {
        return bulk(V1 + "/layers/" + encode(name), known, Feature.class);
    }

    /// Streams the components to `rows` on a worker thread and answers their revision, which is `known` where there
    /// are no others; after any other answer what was told means nothing. There may be a million, so that whoever
    /// takes them does not keep objects. One that is none, say with its coordinates swapped, is left out, with a
    /// line in the log.
    public CompletableFuture<Answer<Long>> components(long known, Consumer<Component> rows) {
        return calls.stream(unless(known, V1 + "/components"), in -> {
                    long[] left = {0};
                    long revision = Ndjson.read(in, line -> {
                        try {
                            rows.accept(Json.mapper().treeToValue(line.row(), Component.class));
                        } catch (JacksonException _) {
                            left[0]++;
                        }
                    });
                    if (left[0] > 0) {
                        LOG.warn("{} components are not understood and left out", left[0]);
                    }
                    return revision;
                })
                .thenApply(a -> unchanged(a) ? new Answer.Ok<>(known) : a);
    }

    private <T> CompletableFuture<Answer<Download<T>>> bulk(String path, long known, Class<T> type) {
        return calls.<Download<T>>stream(unless(known, path), in -> {
                    List<T> rows = new ArrayList<>();
                    long revision =
                            Ndjson.read(in, line -> rows.add(Json.mapper().treeToValue(line.row(), type)));
                    return new Download.Rows<>(revision, rows);
                })
                .thenApply(a -> unchanged(a) ? new Answer.Ok<>(new Download.Unchanged<>()) : a);
    }

    private static Call unless(long known, String path) {
        Call call = Call.get(path);
        return known > 0 ? call.with("If-None-Match", "\"" + known + "\"") : call;
    }

    static boolean unchanged(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var problem) && problem.status() == 304;
    }

    public CompletableFuture<Answer<CommandAnswer>> command(CommandId id, CommandRequest request) {
        return calls.json(
                Call.post(V1 + "/commands", Json.mapper().writeValueAsBytes(request))
                        .with("Idempotency-Key", id.value()),
                CommandAnswer.class);
    }

    public CompletableFuture<Answer<List<FlowRecord>>> records(CaseId id) {
        return calls.all(V1 + "/cases/" + encode(id.value()) + "/records", FlowRecord.class);
    }

    public CompletableFuture<Answer<List<Review>>> reviews(CaseId id) {
        return calls.all(V1 + "/cases/" + encode(id.value()) + "/reviews", Review.class);
    }

    public CompletableFuture<Answer<List<ActionOffer>>> actions(CaseId id) {
        return calls.all(V1 + "/cases/" + encode(id.value()) + "/actions", ActionOffer.class);
    }

    public CompletableFuture<Answer<Recommendation>> recommendations(CaseId id) {
        return calls.json(Call.get(V1 + "/cases/" + encode(id.value()) + "/recommendations"), Recommendation.class);
    }

    public CompletableFuture<Answer<List<DuplicateRow>>> duplicates(CaseId id) {
        return calls.all(V1 + "/cases/" + encode(id.value()) + "/duplicates", DuplicateRow.class);
    }

    public CompletableFuture<Answer<List<DuplicateRow>>> duplicates(ClassCode classCode, Position place) {
        return calls.all(
                V1 + "/duplicates?class=" + encode(classCode.value()) + "&longitude=" + place.longitude() + "&latitude="
                        + place.latitude(),
                DuplicateRow.class);
    }

    /// The newest cases of who calls from this number.
    public CompletableFuture<Answer<List<Case>>> casesOf(String phone, int most) {
        return calls.page(Call.get(V1 + "/search?limit=" + most + "&caller=" + encode(phone)), Case.class);
    }

    /// Which places these words may mean; a phone number is a clue.
    public CompletableFuture<Answer<List<PlaceCandidate>>> places(String words, String phone) {
        byte[] body = Json.mapper()
                .writeValueAsBytes(
                        phone.isEmpty() ? Map.of("words", words) : Map.of("words", words, "callerPhone", phone));
        return calls.page(Call.post(V1 + "/places/candidates", body), PlaceCandidate.class);
    }

    /// Who answers for what in an area.
    public CompletableFuture<Answer<List<DutyGrid.Duty>>> duties(AreaCode area) {
        return calls.all(V1 + "/duties?area=" + encode(area.value()), DutyGrid.Duty.class);
    }

    /// Cameras in use.
    public CameraCalls cameras() {
        return cameras;
    }

    /// Figures of periods.
    public FigureCalls figures() {
        return new FigureCalls(calls);
    }

    /// Blind re-checks of what figures counted.
    public RecheckCalls rechecks() {
        return new RecheckCalls(calls);
    }

    /// People's work in the field.
    public StaffCalls staff() {
        return new StaffCalls(calls);
    }

    /// The past, page by page.
    public ReplayCalls replay() {
        return new ReplayCalls(calls);
    }

    /// Inspections on the spot.
    public InspectionCalls inspections() {
        return new InspectionCalls(calls);
    }

    /// Assessments, and departments called to account.
    public AssessmentCalls assessments() {
        return new AssessmentCalls(calls);
    }

    /// Reports and lists of cases.
    public ReportCalls reports() {
        return new ReportCalls(calls);
    }

    public CompletableFuture<Answer<List<CameraStream>>> streams(CameraId id) {
        return calls.all(V1 + "/cameras/" + encode(id.value()) + "/streams", CameraStream.class);
    }

    public CompletableFuture<Answer<List<Case>>> casesBehind(KpiCode code) {
        return calls.all(V1 + "/cases?limit=1000&kpi=" + encode(code.value()), Case.class);
    }

    public CompletableFuture<Answer<List<Kpi>>> figures(CampaignId id) {
        return calls.all(V1 + "/kpis?campaign=" + encode(id.value()), Kpi.class);
    }

    public CompletableFuture<Answer<List<Kpi>>> kpis() {
        return calls.all(V1 + "/kpis?period=today", Kpi.class);
    }

    public CompletableFuture<Answer<List<DepartmentKpi>>> departmentKpis() {
        return calls.all(V1 + "/kpis/departments", DepartmentKpi.class);
    }

    /// Says what this seat is doing.
    public CompletableFuture<Answer<Seat>> tellSeat(String state, @Nullable CaseId looking) {
        Map<String, Object> word = new HashMap<>(Map.of("state", state));
        if (looking != null) {
            word.put("looking", looking);
        }
        return calls.json(Call.put(V1 + "/seats/own", Json.mapper().writeValueAsBytes(word)), Seat.class);
    }

    /// Says what a computer of a wall shows; answers how all of them stand.
    public CompletableFuture<Answer<WallTeam>> tellNode(String wall, NodeId node, NodeWord word) {
        byte[] body = Json.mapper().writeValueAsBytes(word);
        return calls.json(Call.put(nodes(wall) + "/" + encode(node.value()), body), WallTeam.class);
    }

    /// The computers of a wall.
    public CompletableFuture<Answer<WallTeam>> team(String wall) {
        return calls.json(Call.get(nodes(wall)), WallTeam.class);
    }

    private static String nodes(String wall) {
        return V1 + "/walls/" + encode(wall) + "/nodes";
    }

    /// The wall in small.
    public WallCalls walls() {
        return new WallCalls(calls);
    }

    /// What every sensor said last.
    public CompletableFuture<Answer<List<Reading>>> readings() {
        return calls.all(V1 + "/readings", Reading.class);
    }

    public CompletableFuture<Answer<List<FieldUnit>>> units() {
        return calls.all(V1 + "/units", FieldUnit.class);
    }

    /// Uploads a file. Its id is its SHA-256, so uploading it again is harmless.
    public CompletableFuture<Answer<FileAnswer>> putFile(byte[] content, String mediaType) {
        Call call = Call.post(V1 + "/files", content)
                .with("Content-Type", mediaType)
                .with("Content-Range", "bytes 0-" + (content.length - 1) + "/" + content.length)
                .with("X-Content-SHA256", sha256(content));
        return calls.json(call, FileAnswer.class);
    }

    public record FileAnswer(String fileId) {}

    /// A file's content, checked against its id.
    public CompletableFuture<Answer<byte[]>> file(String fileId) {
        return calls.bytes(Call.get(V1 + "/files/" + encode(fileId)))
                .thenApply(a -> a.then(content -> sha256(content).equals(fileId)
                        ? new Answer.Ok<>(content)
                        : new Answer.Unreachable<byte[]>("garbled")));
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        if (line != null) {
            line.close();
        }
        dialer.close();
        http.close();
    }
}
