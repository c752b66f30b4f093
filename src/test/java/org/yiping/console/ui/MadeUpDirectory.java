package org.yiping.console.ui;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Tables;
import org.yiping.domain.area.Area;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.Device;
import org.yiping.domain.identity.PostCode;

/// A directory as a city of some years has it: every state, three groups, some cameras nobody surveyed and some for
/// other posts.
public final class MadeUpDirectory {
    private static final List<List<String>> GROUPS =
            List.of(List.of("城管视频", "重点路段"), List.of("城管视频", "农贸市场"), List.of("公安共享"), List.of("环卫车载", "清运一队"));

    private MadeUpDirectory() {}

    /// Puts it in place of the cameras that are there; answers with the same platform, which now keeps favourites.
    public static Lookup over(Lookup bare, Tables tables, Instant now) {
        List<Camera> made = of(
                tables.cameras
                        .rows()
                        .values()
                        .sorted(Comparator.comparing(c -> c.id().value()))
                        .toList(),
                tables.areas.rows().values().toList(),
                now);
        made.forEach(c -> tables.cameras.put(c.id(), c));
        CameraUse use = keeping(
                bare.cameras().orElseThrow(),
                made.stream().skip(12).limit(3).map(Camera::id).toList());
        return (Lookup) Proxy.newProxyInstance(
                Lookup.class.getClassLoader(),
                new Class<?>[] {Lookup.class},
                (_, method, args) -> method.getName().equals("cameras") ? Optional.of(use) : method.invoke(bare, args));
    }

    private static List<Camera> of(Collection<Camera> listed, Collection<Area> areas, Instant now) {
        List<Area> communities =
                areas.stream().filter(a -> a.level().equals("community")).toList();
        List<Camera> made = new ArrayList<>();
        for (Camera c : listed) {
            made.add(vary(c, made.size(), communities, now));
        }
        return made;
    }

    private static Camera vary(Camera c, int n, List<Area> communities, Instant now) {
        Device was = c.device();
        Device device = new Device(
                n % 31 == 7 ? "131" : n % 41 == 9 ? "199" : "132",
                communities.stream()
                        .min(Comparator.comparingDouble(a -> a.centre().distanceMetres(c.position())))
                        .map(Area::code)
                        .orElse(null),
                n % 29 == 3 ? List.of() : GROUPS.get(n % GROUPS.size()),
                n % 23 != 5,
                was == null ? List.of() : was.abilities(),
                "",
                n % 17 == 4 ? List.of(new PostCode("leader")) : List.of(),
                List.of());
        CameraState s = c.state();
        CameraState state = switch (n % 26) {
            case 6 ->
                new CameraState(false, s.simulated(), CameraState.OFFLINE, "no-heartbeat", now.minusSeconds(1800));
            case 11 -> s.seen(CameraState.FROZEN, "seen", now.minusSeconds(95));
            case 15 -> s.seen(CameraState.DARK, "seen", now.minus(Duration.ofHours(19)));
            case 19 -> s.seen(CameraState.BLURRED, "lens-dirty", now.minus(Duration.ofDays(3)));
            default -> s;
        };
        return c.with(device).with(state);
    }

    /// Keeps favourites; for all else there are the cameras of before.
    private static CameraUse keeping(CameraUse others, List<CameraId> first) {
        List<CameraId> kept = new ArrayList<>(first);
        return (CameraUse) Proxy.newProxyInstance(
                CameraUse.class.getClassLoader(), new Class<?>[] {CameraUse.class}, (_, method, args) -> {
                    if (method.getName().equals("keepFavourites")) {
                        kept.clear();
                        ((List<?>) args[0]).forEach(id -> kept.add((CameraId) id));
                    }
                    return method.getName().endsWith("avourites")
                            ? CompletableFuture.completedFuture(new Found.Got<>(List.copyOf(kept)))
                            : method.invoke(others, args);
                });
    }
}
