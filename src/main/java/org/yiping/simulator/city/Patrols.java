package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.yiping.domain.camera.Camera;

/// The fictional patrols (视频巡逻) of a generated city: one in each of the streets with the most cameras,
/// for what is to be looked for there at that time of the day. Stateless.
final class Patrols {
    private static final int CAMERAS = 10;
    /// In metres.
    private static final double EDGE = 5;
    private static final String PLANNER = "duty-leader";

    /// `goal` is what to look for, `times` when it is walked.
    private record Round(String id, String name, String goal, int dwell, String times) {}

    private static final List<Round> ROUNDS = List.of(
            new Round("patrol-morning", "早市巡逻", "店外经营、占道摆摊、垃圾满溢；门前是否干净", 12, "07:30;17:30"),
            new Round("patrol-roads", "道路巡逻", "非机动车乱停、井盖异常、护栏倒伏、路面破损", 8, "09:00;15:00"),
            new Round("patrol-night", "夜市巡逻", "烧烤油烟、占道经营、夜间噪声；22 时后是否收摊", 15, "19:30;21:30;23:00"));

    private Patrols() {}

    static String file(CityPlan plan) {
        StringBuilder out = new StringBuilder("id,name,goal,cameras,dwell,times,planner\n");
        List<AreaNode> streets = streets(plan);
        String planner = plan.staff().stream()
                .map(Staff.Member::person)
                .filter(p -> p.posts().getFirst().value().equals(PLANNER))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
        for (int i = 0; i < ROUNDS.size(); i++) {
            Round round = ROUNDS.get(i);
            AreaNode street = streets.get(i);
            out.append(String.join(
                            ",",
                            round.id(),
                            street.name() + round.name(),
                            round.goal(),
                            cameras(plan, street),
                            Integer.toString(round.dwell()),
                            round.times(),
                            planner))
                    .append('\n');
        }
        return out.toString();
    }

    /// Those with the most cameras first.
    private static List<AreaNode> streets(CityPlan plan) {
        return plan.areas().level(AreaNode.Level.STREET).stream()
                .sorted(Comparator.comparingInt((AreaNode s) -> -in(plan, s).size()))
                .toList();
    }

    /// Not those on its border, which are as much another's.
    private static List<Camera> in(CityPlan plan, AreaNode street) {
        Plane plane = plan.map().plane();
        Geometry inner = street.outline().buffer(-EDGE);
        return plan.inventory().cameras().stream()
                .filter(c -> inner.contains(Plane.GEOMETRY.createPoint(
                        plane.at(c.position().longitude(), c.position().latitude()))))
                .toList();
    }

    /// Spread over the street's, in the order of their names, so that one comes after its neighbours.
    private static String cameras(CityPlan plan, AreaNode street) {
        List<Camera> all = in(plan, street);
        List<Camera> some = new ArrayList<>();
        for (int i = 0; i < Math.min(CAMERAS, all.size()); i++) {
            some.add(all.get(i * all.size() / Math.min(CAMERAS, all.size())));
        }
        return some.stream()
                .sorted(Comparator.comparing(Camera::name))
                .map(c -> c.id().value())
                .collect(Collectors.joining(";"));
    }
}
