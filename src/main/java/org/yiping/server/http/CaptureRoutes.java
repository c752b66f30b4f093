package org.yiping.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.capture.CaptureId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.command.Answer;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.command.Recognisers;
import org.yiping.server.data.FileStore;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// What recognisers see (智能抓拍): heard, listed, shown and counted. What becomes of it are commands.
final class CaptureRoutes {
    private static final int LONGEST = 1000;
    private static final List<String> COUNTED =
            List.of("received", "queued", "folded", "below", "late", "full", "confirmed", "rejected", "expired");

    private final Recognisers recognisers;
    private final CommandDesk desk;
    private final FileStore files;
    private final Rows rows;
    private final Access access;
    private final Moment moment;

    /// The journal's place, and the city's day.
    record Moment(Ledger ledger, Days days) {}

    private record Told(
            CaptureId id,
            CameraId camera,
            String alarm,
            double confidence,
            Instant at,
            String picture,
            @Nullable String clip,
            @Nullable Boolean simulated) {}

    CaptureRoutes(Recognisers recognisers, CommandDesk desk, FileStore files, Rows rows, Access access, Moment moment) {
        this.recognisers = recognisers;
        this.desk = desk;
        this.files = files;
        this.rows = rows;
        this.access = access;
        this.moment = moment;
    }

    void open(Door door) {
        door.post("/api/v1/captures", this::hear);
        door.get("/api/v1/captures/figures", this::figures);
        door.get("/api/v1/captures/{id}/picture", this::picture);
    }

    private Reply hear(Call call) {
        Told told = call.body(Told.class);
        if (!(told.confidence() >= 0 && told.confidence() <= 1)) {
            throw Fault.at("BOD-4001", "/confidence", "range");
        }
        boolean picture = files.find(told.picture())
                .filter(f -> f.mediaType().startsWith("image/"))
                .isPresent();
        if (!picture) {
            throw Fault.at("CMD-4220", "/picture", "unknown-file");
        }
        String clip = told.clip();
        if (clip != null && clip.length() > LONGEST) {
            throw Fault.at("BOD-4001", "/clip", "too-long");
        }
        Recognisers.Word word = new Recognisers.Word(
                told.id(),
                told.camera(),
                told.alarm(),
                told.confidence(),
                told.at(),
                told.picture(),
                clip,
                Boolean.TRUE.equals(told.simulated()));
        Recognisers.Heard heard = recognisers.hear(desk, word, call.who().actor());
        return switch (heard.answer()) {
            case Answer.Applied a ->
                Reply.json(Map.of("outcome", heard.outcome(), "capture", heard.capture(), "revision", a.revision()));
            case Answer.Refused r -> throw CommandRoute.fault(r);
            case Answer.Postponed p -> throw CommandRoute.fault(p);
        };
    }

    /// Also of what is decided: whoever reads the journal wants to see what it was about. To whom the
    /// camera is not shown, neither is this.
    private Reply picture(Call call) throws IOException {
        Principal who = call.who();
        if (!access.mayReceive(Kinds.CAPTURE, who.post())) {
            throw Fault.of("AUT-4030");
        }
        Reach areas = new Reach(access.reach(Kinds.CAPTURE, who).areas(), null);
        Row row = rows.find(Kinds.CAPTURE, call.path("id"))
                .filter(r -> areas.sees(r.scope()))
                .orElseThrow(() -> Fault.of("RES-4040"));
        Capture capture = Json.mapper().readValue(row.content(), Capture.class);
        Viewers.check(rows, capture.camera(), who.post());
        FileTable.Picture picture = files.find(capture.picture()).orElseThrow(() -> Fault.of("RES-4040"));
        return new Reply.Body(
                200, picture.mediaType(), Files.readAllBytes(files.path(picture.id())), "\"" + picture.id() + "\"");
    }

    /// `falseShare` is rejected of all that people judged; absent while they judged none.
    private Reply figures(Call call) {
        LocalDate day = moment.days().date();
        Map<String, Long> all = new LinkedHashMap<>();
        COUNTED.forEach(c -> all.put(c, 0L));
        List<Map<String, Object>> classes = new ArrayList<>();
        recognisers.counts(day).forEach((of, counts) -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("classCode", of);
            line.putAll(counts);
            share(counts, line);
            classes.add(line);
            counts.forEach((what, n) -> all.merge(what, n, Long::sum));
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("day", day.toString());
        answer.putAll(all);
        share(all, answer);
        answer.put("classes", classes);
        answer.put("revision", moment.ledger().revision());
        return Reply.json(answer);
    }

    private static void share(Map<String, Long> counts, Map<String, Object> into) {
        long rejected = counts.getOrDefault("rejected", 0L);
        long judged = rejected + counts.getOrDefault("confirmed", 0L);
        if (judged > 0) {
            into.put("falseShare", (double) rejected / judged);
        }
    }
}
