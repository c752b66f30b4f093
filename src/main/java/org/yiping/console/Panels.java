package org.yiping.console;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.assessment.AssessmentPanel;
import org.yiping.console.ui.camera.CameraPanel;
import org.yiping.console.ui.cases.CasesPanel;
import org.yiping.console.ui.debrief.DebriefPanel;
import org.yiping.console.ui.dispatch.DispatchPanel;
import org.yiping.console.ui.duty.DutyPanel;
import org.yiping.console.ui.evaluation.EvaluationPanel;
import org.yiping.console.ui.inspection.InspectionPanel;
import org.yiping.console.ui.kpi.FiguresPanel;
import org.yiping.console.ui.kpi.KpiPanel;
import org.yiping.console.ui.map.CityMap;
import org.yiping.console.ui.report.ReportPanel;
import org.yiping.console.ui.sensor.SensorPanel;
import org.yiping.console.ui.staff.StaffPanel;
import org.yiping.console.ui.wall.WallDeskPanel;
import org.yiping.console.ui.wall.edit.ScenesPanel;
import org.yiping.console.video.CameraPlayer;
import org.yiping.protocol.wall.ShippedScenes;

/// Fills the catalogue of panels of one session: the list of what the console can show. FX thread.
public final class Panels {
    /// Those somebody still has: a wall makes a new one in the place of each that failed.
    private final Set<CameraPanel> cameras = Collections.newSetFromMap(new WeakHashMap<>());
    private final PanelCatalogue catalogue;

    /// `player` is asked for when the first tile is made: the decoder may still be opening until then.
    public Panels(Desk desk, Hall hall, CityMap map, Supplier<CameraPlayer> player) {
        Map<String, Supplier<Panel>> all = new HashMap<>();
        PanelCatalogue[] self = new PanelCatalogue[1];
        all.put("cases", () -> new CasesPanel(desk, hall));
        all.put("dispatch", () -> new DispatchPanel(desk, hall, self[0]));
        all.put("map", map::window);
        all.put("map-inset", map::inset);
        all.put("map-ground", map::ground);
        all.put("map-wall", map::ground);
        all.put("cameras", () -> kept(new CameraPanel(desk, hall, player.get())));
        all.put("cameras-wall", () -> kept(CameraPanel.forWall(desk, hall, player.get())));
        all.put("video", () -> new KpiPanel(desk, hall, () -> self[0].open("cameras")));
        all.put("duty", () -> new DutyPanel(desk, hall));
        all.put("figures", () -> new FiguresPanel(desk, hall, self[0]));
        all.put("assessment", () -> new AssessmentPanel(desk, hall));
        all.put("evaluation", () -> new EvaluationPanel(desk, hall));
        all.put("staff", () -> new StaffPanel(desk, hall, self[0]));
        all.put("sensors", () -> new SensorPanel(desk, hall, self[0]));
        all.put("inspection", () -> new InspectionPanel(desk, hall, self[0]));
        all.put("reports", () -> new ReportPanel(desk, hall));
        all.put("debrief", () -> new DebriefPanel(desk, hall, map::past));
        all.put("scenes", () -> new ScenesPanel(desk, hall, new WallScript()));
        all.put("wall", () -> new WallDeskPanel(desk, hall, ShippedScenes.book()));
        self[0] = new PanelCatalogue(all);
        catalogue = self[0];
    }

    public PanelCatalogue catalogue() {
        return catalogue;
    }

    /// How many camera tiles show a live picture now.
    int playing() {
        return cameras.stream().mapToInt(CameraPanel::playing).sum();
    }

    private CameraPanel kept(CameraPanel panel) {
        cameras.add(panel);
        return panel;
    }
}
