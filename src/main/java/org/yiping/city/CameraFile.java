package org.yiping.city;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.PostCode;

/// `cameras.csv`: devices as a city lists them, as tolerant as what video platforms export: a status in any of the
/// usual words, and places that nobody surveyed (empty, or 0 and 0), which stand at the middle of their area
/// or of the city and say so. Reads once; one thread.
final class CameraFile {
    private final String base;
    private final CoordinateSystem system;
    private final Position middle;
    private final Map<AreaCode, Position> middles;
    private final Set<CameraId> known = new HashSet<>();

    /// `middles` are those of areas; `base` stands for `${cameras}` in addresses.
    CameraFile(String base, CoordinateSystem system, Position middle, Map<AreaCode, Position> middles) {
        this.base = base;
        this.system = system;
        this.middle = middle;
        this.middles = middles;
    }

    Camera camera(CSVRecord r) {
        CameraId id = new CameraId(r.get("id"));
        if (!known.add(id)) {
            throw new IllegalArgumentException("camera " + id.value() + " is there twice");
        }
        AreaCode area = cell(r, "area").isEmpty() ? null : new AreaCode(cell(r, "area"));
        Position surveyed = surveyed(r);
        String kind = r.get("kind");
        Boolean online = CameraState.told(r.get("online"));
        boolean simulated = Boolean.parseBoolean(r.get("simulated"));
        Device device = new Device(
                Device.type(id.value()),
                area,
                Csv.list(cell(r, "groups")),
                surveyed != null,
                r.isMapped("abilities") ? Csv.list(cell(r, "abilities")) : Device.abilities(kind),
                cell(r, "source"),
                posts(r, "viewers"),
                posts(r, "steerers"));
        return new Camera(
                id,
                r.get("name"),
                surveyed != null ? surveyed : stand(area),
                new Camera.View(number(r, "heading"), number(r, "view"), kind),
                streams(r, device),
                online == null ? CameraState.untold(simulated, null) : new CameraState(online, simulated),
                device);
    }

    private Position stand(@Nullable AreaCode area) {
        return area == null ? middle : middles.getOrDefault(area, middle);
    }

    /// Null where nobody surveyed it: many platforms write 0 for that.
    private @Nullable Position surveyed(CSVRecord r) {
        double longitude = number(r, "longitude");
        double latitude = number(r, "latitude");
        return longitude == 0 && latitude == 0 ? null : system.position(longitude, latitude);
    }

    /// A camera of a source has no addresses of its own: they are asked for.
    private List<CameraStream> streams(CSVRecord r, Device device) {
        List<CameraStream> streams = new ArrayList<>();
        for (String grade : List.of("main", "sub")) {
            String url = r.get(grade).replace("${cameras}", base);
            if (!url.isBlank() || !device.source().isEmpty()) {
                streams.add(new CameraStream(
                        grade, url, (int) number(r, "width"), (int) number(r, "height"), number(r, "fps")));
            }
        }
        return streams;
    }

    private static double number(CSVRecord r, String column) {
        return r.get(column).isBlank() ? 0 : Double.parseDouble(r.get(column));
    }

    private static List<PostCode> posts(CSVRecord r, String column) {
        return Csv.list(cell(r, column)).stream().map(PostCode::new).toList();
    }

    /// Of an optional column.
    private static String cell(CSVRecord r, String column) {
        return r.isMapped(column) && r.isSet(column) ? r.get(column) : "";
    }
}
