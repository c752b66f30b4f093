package org.yiping.console.ui.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yiping.domain.inspection.InspectionCard.Mark;
import org.yiping.domain.inspection.InspectionCard.Problem;
import org.yiping.domain.inspection.InspectionCard.Sheet;

/// A half-filled card as a draft is kept: the edition it was begun from in the first line, then a line a part,
/// the note last. Problems are no draft: each leaves at once. Stateless; any thread.
final class SheetText {
    private SheetText() {}

    /// A draft that was read: `edition` is that of the card it was begun from.
    record Begun(int edition, Sheet sheet) {}

    static String write(int edition, Sheet sheet) {
        String marks = sheet.marks().stream()
                .map(m -> "mark\t" + m.item() + "\t" + (m.points() == null ? "-" : m.points()) + "\n")
                .collect(Collectors.joining());
        String photos = sheet.photos().stream().map(p -> "photo\t" + p + "\n").collect(Collectors.joining());
        return edition + "\n" + marks + photos + "note\t" + sheet.note();
    }

    /// `problems` are those of the card as it stands. What an older console wrote and this one cannot read is
    /// left out.
    static Begun read(String text, List<Problem> problems) {
        List<Mark> marks = new ArrayList<>();
        List<String> photos = new ArrayList<>();
        String note = "";
        int edition = -1;
        String rest = text;
        while (!rest.isEmpty()) {
            int end = rest.indexOf('\n');
            String line = end < 0 ? rest : rest.substring(0, end);
            if (line.startsWith("note\t")) {
                note = rest.substring("note\t".length());
                break;
            }
            String[] cells = line.split("\t", -1);
            if (cells[0].equals("mark") && cells.length == 3 && cells[2].matches("-|\\d{1,3}")) {
                marks.add(new Mark(cells[1], cells[2].equals("-") ? null : Integer.valueOf(cells[2])));
            } else if (cells[0].equals("photo") && cells.length == 2) {
                photos.add(cells[1]);
            } else if (edition < 0 && line.matches("\\d{1,9}")) {
                edition = Integer.parseInt(line);
            }
            rest = end < 0 ? "" : rest.substring(end + 1);
        }
        return new Begun(Math.max(0, edition), new Sheet(false, marks, note, photos, problems, false));
    }
}
