package org.yiping.server.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yiping.domain.area.Area;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.kpi.Grouping;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Roster;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// What areas, departments, classes, sources and states are called while one report is written. Any thread, once it
/// is made.
final class ReportNames {
    private static final int PAGE = 1_000;

    private final Roster roster;
    private final Catalogue catalogue;
    private final ReportText text;
    private final Map<String, String> areas = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();

    ReportNames(Rows rows, Roster roster, Rulebook book, Catalogue catalogue, ReportText text) {
        this.roster = roster;
        this.catalogue = catalogue;
        this.text = text;
        for (Workflow.State s : book.workflow().states()) {
            states.put(s.code().value(), text.english() ? s.nameEnglish() : s.name());
        }
        List<Row> page;
        long cursor = 0;
        do {
            page = rows.page(Kinds.AREA, CaseFilter.ALL, Reach.CITY, cursor, PAGE);
            for (Row row : page) {
                Area area = Json.mapper().readValue(row.content(), Area.class);
                areas.put(area.code().value(), area.name());
                cursor = row.place().born();
            }
        } while (page.size() == PAGE);
    }

    /// What figures were told apart by.
    String group(Grouping by, String code) {
        if (code.isEmpty()) {
            return text.get("none");
        }
        return switch (by) {
            case AREA -> area(code);
            case DEPARTMENT -> department(code);
            case CLASS -> caseClass(code);
            case SOURCE -> source(code);
            case HOUR -> String.format(Locale.ROOT, "%02d:00", Integer.parseInt(code));
            case DAY -> code.length() == 10 ? code.substring(5) : code;
            default -> code;
        };
    }

    /// The nearest area whose name is known.
    String area(String code) {
        for (int length = code.length(); length > 0; length--) {
            String name = areas.get(code.substring(0, length));
            if (name != null) {
                return name;
            }
        }
        return code;
    }

    String department(String id) {
        return roster.department(new DepartmentId(id)).map(d -> d.name()).orElse(id);
    }

    String caseClass(String code) {
        CaseClass found = catalogue.find(new ClassCode(code)).orElse(null);
        return found == null ? code : text.english() ? found.nameEnglish() : found.name();
    }

    String source(String code) {
        return text.open("source." + code, code);
    }

    String state(StateCode code) {
        return states.getOrDefault(code.value(), code.value());
    }
}
