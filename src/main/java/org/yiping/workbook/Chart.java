package org.yiping.workbook;

/// A chart of one column of a tab over the names in another, drawn by whoever opens the workbook from the cells
/// themselves. Rows are counted from 1, columns from 0. Immutable; any thread.
public record Chart(String title, boolean line, int names, int values, int firstRow, int lastRow) {
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";

    String xml(String tab) {
        String kind = line ? "lineChart" : "barChart";
        StringBuilder out = new StringBuilder("<c:chartSpace xmlns:c=\"" + DRAWING + "chart\" xmlns:a=\"" + DRAWING
                + "main\"><c:roundedCorners val=\"0\"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr"
                + " sz=\"1100\" b=\"1\"/></a:pPr><a:r><a:rPr sz=\"1100\" b=\"1\"/><a:t>");
        RowText.escape(title, out);
        out.append("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title><c:autoTitleDeleted val=\"0\"/>"
                + "<c:plotArea><c:layout/><c:" + kind + ">");
        out.append(line ? "<c:grouping val=\"standard\"/>" : "<c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>");
        out.append("<c:varyColors val=\"0\"/><c:ser><c:idx val=\"0\"/><c:order val=\"0\"/>");
        String colour = "<a:solidFill><a:srgbClr val=\"5B7083\"/></a:solidFill>";
        out.append("<c:spPr>" + (line ? "<a:ln w=\"22225\">" + colour + "</a:ln>" : colour) + "</c:spPr>");
        out.append(line ? "<c:marker><c:symbol val=\"none\"/></c:marker>" : "<c:invertIfNegative val=\"0\"/>");
        out.append("<c:cat><c:strRef><c:f>");
        range(tab, names, out);
        out.append("</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>");
        range(tab, values, out);
        out.append("</c:f></c:numRef></c:val>")
                .append(line ? "<c:smooth val=\"0\"/>" : "")
                .append("</c:ser>");
        out.append(line ? "<c:marker val=\"1\"/>" : "<c:gapWidth val=\"60\"/>");
        out.append("<c:axId val=\"1\"/><c:axId val=\"2\"/></c:" + kind + ">");
        axis("catAx", 1, 2, line ? "minMax" : "maxMin", line ? "b" : "l", "", out);
        axis("valAx", 2, 1, "minMax", line ? "l" : "t", "<c:majorGridlines/>", out);
        return out.append(
                        "</c:plotArea><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>")
                .toString();
    }

    private static void axis(
            String kind, int id, int crosses, String order, String place, String lines, StringBuilder out) {
        out.append("<c:" + kind + "><c:axId val=\"" + id + "\"/><c:scaling><c:orientation val=\"" + order
                + "\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"" + place + "\"/>" + lines
                + "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
                + "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"" + crosses
                + "\"/></c:" + kind + ">");
    }

    private void range(String tab, int column, StringBuilder out) {
        out.append('\'');
        RowText.escape(tab.replace("'", "''"), out);
        out.append("'!$");
        RowText.column(column, out);
        out.append('$').append(firstRow).append(":$");
        RowText.column(column, out);
        out.append('$').append(lastRow);
    }
}
