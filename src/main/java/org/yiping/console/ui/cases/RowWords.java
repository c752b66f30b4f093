package org.yiping.console.ui.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Words;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;

/// What the queue's rows and heads say in words. Stateless; any thread.
final class RowWords {
    private final Words words;
    private final Messages messages;

    RowWords(Words words, Messages messages) {
        this.words = words;
        this.messages = messages;
    }

    /// The lines of a row with what the seat wants to read, the place last.
    CaseFace.Text lines(CaseFace face, Set<QueueColumn> columns, Instant now) {
        CaseFace.Text text = face.text();
        String second = columns.stream()
                .filter(c -> c != QueueColumn.CRITERION)
                .map(c -> c == QueueColumn.REPORTED
                        ? words.shortMinute(face.value().report().reportedAt(), now)
                        : cell(c, face))
                .filter(w -> !w.isEmpty())
                .collect(Collectors.joining(" · "));
        return new CaseFace.Text(
                text.name(),
                columns.contains(QueueColumn.CRITERION) ? text.criterion() : "",
                second,
                text.time(),
                text.who());
    }

    /// What one column says of a case; empty where there is nothing to say.
    String cell(QueueColumn column, CaseFace face) {
        Case value = face.value();
        DepartmentId department = value.progress().department();
        PersonId handler = value.progress().handler();
        return switch (column) {
            case CRITERION -> face.text().criterion();
            case NUMBER -> value.head().number().value();
            case DEPARTMENT -> department == null ? "" : words.department(department);
            case HANDLER -> handler == null ? "" : words.person(handler);
            case REPORTED -> words.stamp(value.report().reportedAt());
            case SOURCE -> words.source(value.report().source());
            case PLACE -> words.place(value);
        };
    }

    String column(QueueColumn column) {
        return messages.get(key(column));
    }

    String grouping(Grouping by) {
        return messages.get(key(by));
    }

    static String key(QueueColumn column) {
        return switch (column) {
            case CRITERION -> "cases.column-criterion";
            case NUMBER -> "cases.column-number";
            case DEPARTMENT -> "cases.column-department";
            case HANDLER -> "cases.column-handler";
            case REPORTED -> "cases.column-reported";
            case SOURCE -> "cases.column-source";
            case PLACE -> "cases.column-place";
        };
    }

    static String key(Grouping by) {
        return switch (by) {
            case NONE -> "cases.by-none";
            case STREET -> "cases.by-street";
            case DEPARTMENT -> "cases.by-department";
            case CLASS -> "cases.by-class";
            case LIGHT -> "cases.by-light";
            case STATE -> "cases.by-state";
        };
    }

    /// What a group is called.
    String group(Grouping by, String key) {
        if (key.equals(Grouping.UNKNOWN)) {
            return by == Grouping.DEPARTMENT ? messages.get("cases.no-department") : messages.get("words.no-place");
        }
        return switch (by) {
            case NONE -> key;
            case STREET -> words.area(new AreaCode(key));
            case DEPARTMENT -> words.department(new DepartmentId(key));
            case CLASS -> words.classes(key);
            case LIGHT -> light(Light.valueOf(key));
            case STATE -> words.state(new StateCode(key));
        };
    }

    String light(Light light) {
        return messages.get(Clocks.light(light).key());
    }

    /// A head in one sentence, for who hears it.
    String spoken(String name, QueueGroup.Tally tally, boolean folded) {
        String counts = messages.get("cases.group-count", tally.all());
        return Stream.of(name, counts, light(tally.worst()), messages.get(folded ? "cases.folded" : "cases.unfolded"))
                .collect(Collectors.joining(" "));
    }

    /// What an export has beside what it always has, in the order of a row.
    static List<QueueColumn> exported(Set<QueueColumn> columns) {
        return Stream.of(QueueColumn.values())
                .filter(c -> c != QueueColumn.NUMBER && columns.contains(c))
                .toList();
    }
}
