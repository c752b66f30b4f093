package org.yiping.server.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionCard;
import org.yiping.domain.inspection.InspectionDraw;
import org.yiping.domain.inspection.InspectionId;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionProof;
import org.yiping.domain.inspection.InspectionReply;
import org.yiping.domain.inspection.InspectionScore;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Inspections as their rows have them. Any thread.
public final class Inspections {
    private static final int PAGE = 200;

    private final Rows rows;
    private final JournalReader journal;

    /// A frozen frame, a line a point.
    public record Frame(List<String> lines) {}

    public Inspections(Rows rows, JournalReader journal) {
        this.rows = rows;
        this.journal = journal;
    }

    /// Every plan within reach, as they came to be.
    public List<Row> all(Reach reach) {
        List<Row> all = new ArrayList<>();
        List<Row> page;
        do {
            long after = all.isEmpty() ? 0 : all.getLast().place().born();
            page = rows.page(Kinds.INSPECTION, CaseFilter.ALL, reach, after, PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    public Inspection.Line line(Row row) {
        InspectionPlan plan = plan(row);
        Optional<InspectionDraw> draw = draw(row.id());
        return new Inspection.Line(
                plan.id(),
                plan.task(),
                plan.set().version(),
                plan.set().sample(),
                draw.isPresent(),
                draw.map(d -> d.points().size()).orElse(plan.task().points()),
                (int) cards(plan.id()).stream().filter(c -> c.sheet().done()).count(),
                plan.by(),
                plan.at());
    }

    /// Of a plan's row, with what somebody of this reach may see of the one before.
    public Inspection shown(Row row, Reach reach, Instant now) {
        InspectionPlan plan = plan(row);
        return new Inspection(
                plan,
                row.revision(),
                hash(row.revision()),
                draw(row.id()).orElse(null),
                cards(plan.id()),
                score(plan),
                before(row, plan, reach),
                now);
    }

    private InspectionScore score(InspectionPlan plan) {
        InspectionDraw draw = draw(plan.id().value()).orElse(null);
        return InspectionScore.of(plan, draw == null ? List.of() : draw.points(), cards(plan.id()), replies(plan.id()));
    }

    /// The last one of the same area that had ended when this one began, by the same dimensions.
    private Inspection.@Nullable Before before(Row row, InspectionPlan plan, Reach reach) {
        return all(reach).stream()
                .filter(r -> r.scope().equals(row.scope()))
                .map(Inspections::plan)
                .filter(p -> p.task().until().isBefore(plan.task().from())
                        && p.set().dimensions().equals(plan.set().dimensions()))
                .max(Comparator.comparing((InspectionPlan p) -> p.task().until())
                        .thenComparing(InspectionPlan::at))
                .map(p -> new Inspection.Before(p.id(), p.task().name(), score(p)))
                .orElse(null);
    }

    /// The draw worked out again; empty where nothing is drawn yet.
    public Optional<InspectionProof> proof(Row row) {
        InspectionPlan plan = plan(row);
        int others = (int) all(Reach.CITY).stream()
                .filter(r -> !r.id().equals(row.id()) && r.scope().equals(row.scope()))
                .map(r -> plan(r).task())
                .filter(t -> !t.from().isAfter(plan.task().until())
                        && !t.until().isBefore(plan.task().from()))
                .count();
        return draw(row.id()).map(d -> InspectionProof.of(plan, d, frame(row.id()), hash(row.revision()), others));
    }

    public List<InspectionCard> cards(InspectionId id) {
        return rows.beginning(Kinds.INSPECTION_CARD, id.value() + "/").stream()
                .map(r -> Json.mapper().readValue(r.content(), InspectionCard.class))
                .sorted(Comparator.comparingInt(InspectionCard::place))
                .toList();
    }

    private List<InspectionReply> replies(InspectionId id) {
        return rows.beginning(Kinds.INSPECTION_REPLY, id.value() + "/").stream()
                .map(r -> Json.mapper().readValue(r.content(), InspectionReply.class))
                .toList();
    }

    public Optional<InspectionDraw> draw(String id) {
        return rows.find(Kinds.INSPECTION_DRAW, id)
                .map(r -> Json.mapper().readValue(r.content(), InspectionDraw.class));
    }

    public List<String> frame(String id) {
        return rows.find(Kinds.INSPECTION_FRAME, id)
                .map(r -> Json.mapper().readValue(r.content(), Frame.class).lines())
                .orElse(List.of());
    }

    /// The hash that the journal has at a revision.
    public String hash(long revision) {
        return journal.after(revision - 1, 1).stream()
                .map(e -> HexFormat.of().formatHex(e.links().hash()))
                .findFirst()
                .orElse("");
    }

    public static InspectionPlan plan(Row row) {
        return Json.mapper().readValue(row.content(), InspectionPlan.class);
    }
}
