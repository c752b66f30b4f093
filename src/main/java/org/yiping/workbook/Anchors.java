package org.yiping.workbook;

/// Where charts and pictures lie on a sheet, as DrawingML has it. Stateless; any thread.
final class Anchors {
    private static final int EMU_A_PIXEL = 9525;
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";

    private Anchors() {}

    static String drawing(CharSequence anchors) {
        return "<xdr:wsDr xmlns:xdr=\"" + DRAWING + "spreadsheetDrawing\" xmlns:a=\"" + DRAWING + "main\">" + anchors
                + "</xdr:wsDr>";
    }

    static String chart(Tab.Place at, int id) {
        return anchor(
                at,
                "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"" + (id + 1) + "\" name=\"chart "
                        + id + "\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/>"
                        + "<a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"" + DRAWING
                        + "chart\"><c:chart xmlns:c=\"" + DRAWING
                        + "chart\" xmlns:r=\"http://schemas.openxmlformats.org"
                        + "/officeDocument/2006/relationships\" r:id=\"rId" + id
                        + "\"/></a:graphicData></a:graphic></xdr:graphicFrame>");
    }

    static String picture(Tab.Place at, int id) {
        return anchor(
                at,
                "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"" + (id + 1) + "\" name=\"picture " + id
                        + "\"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r=\"http://schemas.openxmlformats"
                        + ".org/officeDocument/2006/relationships\" r:embed=\"rId" + id
                        + "\"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                        + "<a:ext cx=\"" + at.width() * EMU_A_PIXEL + "\" cy=\"" + at.height() * EMU_A_PIXEL
                        + "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>");
    }

    private static String anchor(Tab.Place at, String what) {
        return "<xdr:oneCellAnchor><xdr:from><xdr:col>" + at.column() + "</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>"
                + at.row() + "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx=\""
                + at.width() * EMU_A_PIXEL + "\" cy=\"" + at.height() * EMU_A_PIXEL + "\"/>" + what
                + "<xdr:clientData/></xdr:oneCellAnchor>";
    }
}
