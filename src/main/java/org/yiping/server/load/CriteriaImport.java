package org.yiping.server.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.catalogue.LimitText;
import org.yiping.domain.catalogue.LimitUnit;
import org.yiping.server.load.CriteriaSheet.Column;
import org.yiping.server.load.CriteriaSheet.Line;

/// Makes a catalogue of a city's own criteria workbook: a sheet of components (部件), one of events (事件), domain.md 5.1.
///
/// A kind the workbook has a sheet for is replaced whole, the others stay. A criterion whose words the catalogue before
/// has keeps its number there, so that the same number never means another criterion. One import, one thread.
public final class CriteriaImport {
    /// A workbook of a great city has some thousand.
    private static final long MOST_ROWS = 200_000;
    /// What domain.md 5.1 takes where nobody can read the limit.
    private static final Limit UNREADABLE = new Limit(1, LimitUnit.WD);

    private final Catalogue before;
    private final Map<ClassCode, Draft> drafts = new LinkedHashMap<>();
    private final Set<KindCode> kinds = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long read;
    private long taken;
    private long inherited;
    private long unreadable;

    public CriteriaImport(Catalogue before) {
        this.before = before;
    }

    /// What came of it; `notes` are what was left aside or guessed.
    public record Result(List<CaseClass> classes, Count count, List<Refusal> refusals, List<String> notes) {}

    /// Rows and cells: `inherited` cells were blank, `unreadable` limits became one working day.
    public record Count(long read, long taken, long refused, long inherited, long unreadable) {}

    /// Whatever is wrong with the file is in the result; only a disk that fails is thrown.
    public Result read(Path file) throws IOException {
        Consumer<Refusal> refused = refusals::add;
        String name = file.getFileName().toString();
        try (WorkbookFile workbook = WorkbookFile.open(file)) {
            notes.addAll(workbook.notes());
            boolean any = false;
            for (Sheet sheet : workbook.book().getSheets().toList()) {
                KindCode kind = kind(sheet.getName());
                if (kind == null) {
                    notes.add("sheet \"" + sheet.getName() + "\" is left aside: its name holds neither 部件 nor 事件");
                } else if (!kinds.add(kind)) {
                    refused.accept(new Refusal(name + "!" + sheet.getName(), 1, "a second sheet of the same kind"));
                } else {
                    any = true;
                    CriteriaSheet reader = new CriteriaSheet(name, sheet.getName(), refused);
                    reader.read(sheet, MOST_ROWS, line -> take(kind, reader, line));
                    read += reader.read();
                }
            }
            if (!any) {
                refused.accept(new Refusal(name, 1, "no sheet named 部件 or 事件 (components, events)"));
            }
        } catch (WorkbookFile.Refused e) {
            refused.accept(new Refusal(name, 1, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) { // what the reader throws at a sheet it cannot make out
            refused.accept(new Refusal(name, 1, "the workbook is damaged: " + e.getMessage()));
        }
        return new Result(classes(), new Count(read, taken, refusals.size(), inherited, unreadable), refusals, notes);
    }

    private static @Nullable KindCode kind(String sheet) {
        String lower = sheet.toLowerCase(Locale.ROOT);
        if (lower.contains("部件") || lower.contains("component")) {
            return new KindCode("component");
        }
        return lower.contains("事件") || lower.contains("event") ? new KindCode("event") : null;
    }

    private void take(KindCode kind, CriteriaSheet sheet, Line line) {
        ClassCode code;
        try {
            code = code(kind, line.get(Column.MAJOR_CODE), line.get(Column.CODE));
        } catch (IllegalArgumentException e) {
            refusals.add(sheet.refusal(line.row(), Column.CODE, String.valueOf(e.getMessage())));
            return;
        }
        Draft draft = drafts.computeIfAbsent(
                code, c -> new Draft(kind, line, before.byCode().get(c)));
        if (!draft.name.equals(line.get(Column.NAME)) || !draft.major.equals(line.get(Column.MAJOR_NAME))) {
            refusals.add(sheet.refusal(
                    line.row(),
                    Column.CODE,
                    code.value() + " is \"" + draft.major + " " + draft.name + "\" in row " + draft.row));
            return;
        }
        Long same = draft.conditions.putIfAbsent(line.get(Column.CONDITION), line.row());
        if (same != null) {
            refusals.add(sheet.refusal(line.row(), Column.CONDITION, "the class has it in row " + same));
            return;
        }
        Optional<Limit> limit = LimitText.parse(line.get(Column.LIMIT));
        if (limit.isEmpty()) {
            unreadable++;
            Refusal told = sheet.refusal(line.row(), Column.LIMIT, "");
            notes.add(told.file() + ":" + told.line() + ": " + Column.LIMIT + ": \"" + line.get(Column.LIMIT)
                    + "\" is no limit that can be read: one working day is taken and the words are kept");
        }
        draft.add(code, line, limit.orElse(null));
        taken++;
        inherited += line.inherited();
    }

    /// The sub code may stand alone or behind its major one.
    private static ClassCode code(KindCode kind, String major, String sub) {
        String first = major.length() == 1 ? "0" + major : major;
        String second = sub.length() == 1 ? "0" + sub : sub;
        String whole = second.length() > 2 && second.startsWith(first) ? second : first + second;
        if (!whole.matches("[0-9A-Za-z]{2,12}")) {
            throw new IllegalArgumentException("\"" + major + "\" and \"" + sub + "\" are no codes");
        }
        return new ClassCode((kind.value().equals("component") ? "C-" : "E-") + whole);
    }

    /// The workbook's classes, then those of kinds it does not speak of.
    private List<CaseClass> classes() {
        List<CaseClass> all = new ArrayList<>();
        drafts.forEach((code, draft) -> all.add(draft.made(code)));
        before.classes().stream().filter(c -> !kinds.contains(c.kind())).forEach(all::add);
        return all;
    }

    /// A class whose rows are still coming.
    private static final class Draft {
        private final KindCode kind;
        private final long row;
        private final String major;
        private final String name;
        private final @Nullable CaseClass old;
        private final Map<String, Criterion> known;
        private final Map<String, Long> conditions = new HashMap<>();
        private final Set<String> handling = new LinkedHashSet<>();
        private final Set<String> supervising = new LinkedHashSet<>();
        private final List<Criterion> criteria = new ArrayList<>();
        private int number;

        Draft(KindCode kind, Line line, @Nullable CaseClass old) {
            this.kind = kind;
            this.row = line.row();
            this.major = line.get(Column.MAJOR_NAME);
            this.name = line.get(Column.NAME);
            this.old = old;
            this.known = old == null
                    ? Map.of()
                    : old.criteria().stream().collect(Collectors.toMap(Criterion::condition, k -> k, (a, b) -> a));
        }

        void add(ClassCode code, Line line, @Nullable Limit limit) {
            String condition = line.get(Column.CONDITION);
            String closing = line.get(Column.CLOSING);
            Criterion same = known.get(condition);
            handling.add(line.get(Column.HANDLING));
            supervising.add(line.get(Column.SUPERVISING));
            criteria.add(new Criterion(
                    same == null ? unused(code) : same.id(),
                    condition,
                    limit == null ? UNREADABLE : limit,
                    closing,
                    false,
                    same != null && same.closing().equals(closing) ? same.english() : null,
                    limit == null ? line.get(Column.LIMIT) : null));
        }

        private CriterionId unused(ClassCode code) {
            while (true) {
                CriterionId id = new CriterionId(String.format(Locale.ROOT, "%s-%02d", code.value(), ++number));
                if (known.values().stream().noneMatch(k -> k.id().equals(id))) {
                    return id;
                }
            }
        }

        CaseClass made(ClassCode code) {
            String english = old != null && old.name().equals(name) ? old.nameEnglish() : name;
            CaseClass.Units units = new CaseClass.Units(String.join("；", handling), String.join("；", supervising));
            return new CaseClass(code, kind, major, name, english, criteria, units, old == null ? null : old.steps());
        }
    }
}
