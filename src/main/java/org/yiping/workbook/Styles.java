package org.yiping.workbook;

/// How cells look, in the order of `Cell.Look`. Fonts are those a Chinese office has; a machine without them takes its
/// own.
final class Styles {
    private static final String FONT = "<name val=\"等线\"/><family val=\"2\"/><charset val=\"134\"/></font>";

    static final String XML = "<styleSheet xmlns=\"" + Tab.MAIN + "\">"
            + "<numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"#,##0\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"#,##0.0\"/>"
            + "<numFmt numFmtId=\"166\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
            + "<fonts count=\"4\"><font><sz val=\"10.5\"/>" + FONT
            + "<font><b/><sz val=\"16\"/>" + FONT
            + "<font><b/><sz val=\"10.5\"/>" + FONT
            + "<font><sz val=\"10\"/><color rgb=\"FF595959\"/>" + FONT + "</fonts>"
            + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">"
            + "<fgColor rgb=\"FFEDF0F3\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
            + "<borders count=\"3\"><border><left/><right/><top/><bottom/><diagonal/></border>"
            + "<border><left/><right/><top/><bottom style=\"hair\"><color rgb=\"FFBFBFBF\"/></bottom><diagonal/></border>"
            + "<border><left/><right/><top/><bottom style=\"thin\"><color rgb=\"FF404040\"/></bottom><diagonal/></border>"
            + "</borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
            + "</cellStyleXfs><cellXfs count=\"8\">"
            + xf(0, 0, 0, 1, "<alignment vertical=\"top\"/>")
            + xf(0, 1, 0, 0, "<alignment vertical=\"center\"/>")
            + xf(0, 2, 2, 2, "<alignment vertical=\"center\" wrapText=\"1\"/>")
            + xf(0, 3, 0, 0, "<alignment vertical=\"top\"/>")
            + xf(0, 0, 0, 0, "<alignment vertical=\"top\" wrapText=\"1\"/>")
            + xf(164, 0, 0, 1, "<alignment vertical=\"top\"/>")
            + xf(165, 0, 0, 1, "<alignment vertical=\"top\"/>")
            + xf(166, 0, 0, 1, "<alignment vertical=\"top\" horizontal=\"left\"/>")
            + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
            + "</styleSheet>";

    private Styles() {}

    private static String xf(int format, int font, int fill, int border, String alignment) {
        // words keep their quote, so that they stay words when somebody edits the cell
        String quote = format == 0 ? " quotePrefix=\"1\"" : "";
        return "<xf" + quote + " numFmtId=\"" + format + "\" fontId=\"" + font + "\" fillId=\"" + fill
                + "\" borderId=\"" + border
                + "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
                + " applyAlignment=\"1\">" + alignment + "</xf>";
    }
}
