package org.yiping.server.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.report.Placeholders;
import org.yiping.domain.report.ReportSection;
import org.yiping.domain.report.ReportTemplate;
import org.yiping.server.kpi.FigureDesk.Frame;
import org.yiping.server.kpi.FigureDesk.Question;
import org.yiping.server.kpi.FigureDesk.Told;
import org.yiping.server.kpi.StillFigures.Behind;
import org.yiping.server.kpi.StillFigures.Still;

/// Which questions a template asks, and which of them answers which section. One thread.
final class ReportPlan {
    private final ReportTemplate template;
    private final Frame frame;
    private final Frame now;
    private final List<Question> questions = new ArrayList<>();
    private final Map<Frame, Integer> whole = new LinkedHashMap<>();
    private final Map<ReportSection, List<Integer>> apart = new HashMap<>();

    private ReportPlan(ReportTemplate template, Frame frame, Frame now) {
        this.template = template;
        this.frame = frame;
        this.now = now;
    }

    /// `now` is the frame of what stands open; `levels` of areas where a section names none, the coarser first.
    static ReportPlan of(ReportTemplate template, Frame frame, Frame now, List<String> levels) {
        ReportPlan plan = new ReportPlan(template, frame, now);
        plan.whole(frame, plan.codes(false));
        plan.whole(now, plan.codes(true));
        for (ReportSection s : template.sections()) {
            if (s.grouping() != Grouping.NONE) {
                plan.apart.computeIfAbsent(s, _ -> plan.asked(s, levels));
            }
        }
        return plan;
    }

    private void whole(Frame of, Set<KpiCode> codes) {
        if (!codes.isEmpty()) {
            whole.put(of, questions.size());
            questions.add(new Question(List.copyOf(codes), of, Grouping.NONE, ""));
        }
    }

    private Set<KpiCode> codes(boolean ofNow) {
        Set<KpiCode> codes = new LinkedHashSet<>();
        for (ReportSection s : template.sections()) {
            if (s.ofNow() == ofNow) {
                codes.addAll(s.codes());
                codes.addAll(Placeholders.figures(s.text(false)));
                codes.addAll(Placeholders.figures(s.text(true)));
            }
        }
        return codes;
    }

    private List<Integer> asked(ReportSection s, List<String> levels) {
        String given = s.level();
        List<String> all = s.grouping() != Grouping.AREA ? List.of("") : given != null ? List.of(given) : levels;
        List<Integer> places = new ArrayList<>();
        for (String level : all) {
            places.add(questions.size());
            questions.add(new Question(s.codes(), s.ofNow() ? now : frame, s.grouping(), level));
        }
        return places;
    }

    List<Question> questions() {
        return questions;
    }

    /// The places of the questions that tell nothing apart.
    Map<Frame, Integer> whole() {
        return whole;
    }

    /// The cases sections list.
    Set<Behind> beside() {
        Set<Behind> beside = new LinkedHashSet<>();
        for (ReportSection s : template.sections()) {
            if (s.kind().equals(ReportSection.CASES)) {
                beside.add(behind(s));
            }
        }
        return beside;
    }

    Behind behind(ReportSection s) {
        return new Behind(s.ofNow() ? now : frame, s.counted().orElseThrow());
    }

    static List<Told> told(Still still, int place) {
        return still.answers().get(place).groups().getOrDefault("", List.of());
    }

    /// The figures of the whole scope by their codes.
    Map<String, Told> whole(boolean ofNow, Still still) {
        Map<String, Told> byCode = new HashMap<>();
        Integer place = whole.get(ofNow ? now : frame);
        if (place != null) {
            told(still, place).forEach(t -> byCode.put(t.rule().code().value(), t));
        }
        return byCode;
    }

    /// The place of the answer to a section; the finer level where the coarser tells nothing apart.
    int of(ReportSection s, Still still) {
        List<Integer> asked = apart.getOrDefault(s, List.of());
        boolean finer = asked.size() > 1
                && still.answers().get(asked.getFirst()).groups().size() < 2;
        return finer ? asked.getLast() : asked.getFirst();
    }
}
