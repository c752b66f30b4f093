package org.yiping.simulator.city;

import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Polygon;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.component.Component;
import org.yiping.domain.sensor.Sensor;

/// Everything the generator decided before a file is written. Immutable.
record CityPlan(Map map, AreaTree areas, Departments departments, List<Staff.Member> staff, Inventory inventory) {
    /// What is drawn.
    record Map(Plane plane, Ground ground, Blocks blocks, List<Polygon> houses) {}

    /// What stands in the streets.
    record Inventory(List<Component> components, List<Camera> cameras, List<Sensor> sensors) {}

    /// Each part draws from a random stream of its own, so that a change in one leaves the others as they were.
    static CityPlan draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Plane plane = new Plane(StreetSource.extent());
        StreetNames names = new StreetNames(random.split());
        Ground ground = Ground.lay(plane, random.split(), names);
        AreaTree areas = AreaTree.over(ground, new StreetNames(random.split()));
        Blocks blocks = Blocks.of(ground, random.split());
        List<Polygon> houses = Buildings.on(blocks.built(), random.split());
        Departments departments = Departments.of(areas);
        List<Staff.Member> staff = Staff.hire(areas, departments, random.split());
        List<Component> components = Furniture.along(ground.streets(), plane, areas, departments, random.split());
        List<Camera> cameras = Cameras.place(ground, plane, areas, random.split());
        List<Sensor> sensors = Sensors.place(ground, plane, areas, random.split());
        return new CityPlan(
                new Map(plane, ground, blocks, houses),
                areas,
                departments,
                staff,
                new Inventory(components, cameras, sensors));
    }
}
