package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.map.CityGround;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.filter.RowFilter;
import org.yiping.console.store.Stores;

/// Keeps the ground of a city's engines as the platform's layers and the seat's choices have it. Any thread.
///
/// Builds one ground at a time on a worker and hands it to the engine from there: at a start the FX
/// thread builds windows for seconds, and the map is not to wait for it. A ground than which a newer
/// one is wanted by then is not shown.
final class GroundKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(GroundKeeper.class);

    private final Stores stores;
    private final Executor workers;
    private final Set<String> hiddenLayers = new HashSet<>();
    private final Set<MajorClass> hiddenClasses = EnumSet.noneOf(MajorClass.class);
    private final List<MapEngine> engines = new ArrayList<>();
    private @Nullable CityGround last;
    private @Nullable GroundBuilder builder;
    private @Nullable RowFilter filter;
    private GroundBuilder.Plan built = GroundBuilder.Plan.EMPTY;
    private boolean building;
    private boolean stale;
    private boolean failed;
    private int kept;

    GroundKeeper(Stores stores, Executor workers) {
        this.stores = stores;
        this.workers = workers;
    }

    /// An engine whose ground it keeps from now on; all of them see the city by one projection and share what is built.
    synchronized void open(MapEngine next) {
        engines.add(next);
        if (builder == null) {
            builder = new GroundBuilder(next.projection());
        }
        if (last != null) {
            next.ground(last);
        }
        look();
    }

    synchronized void showLayer(String layer, boolean shown) {
        if (shown ? hiddenLayers.remove(layer) : hiddenLayers.add(layer)) {
            look();
        }
    }

    synchronized void showClass(MajorClass major, boolean shown) {
        if (shown ? hiddenClasses.remove(major) : hiddenClasses.add(major)) {
            look();
        }
    }

    /// Which components there are; all for null.
    synchronized void filter(@Nullable RowFilter next) {
        filter = next;
        look();
    }

    synchronized @Nullable RowFilter filter() {
        return filter;
    }

    /// Of how many components the ground of now is.
    synchronized int kept() {
        return kept;
    }

    /// Whether the last one could not be built.
    synchronized boolean failed() {
        return failed;
    }

    /// Whether the engine has the ground of all that is known now.
    synchronized boolean isBuilt() {
        return !building && plan().same(built);
    }

    /// Something may have changed. What changes while one is built is built after it.
    synchronized void look() {
        if (building) {
            stale = true;
        } else if (builder != null && !plan().same(built)) {
            building = true;
            GroundBuilder with = builder;
            workers.execute(() -> build(with));
        }
    }

    private GroundBuilder.Plan plan() {
        return GroundBuilder.Plan.of(stores, hiddenLayers, hiddenClasses, filter);
    }

    private void build(GroundBuilder with) {
        GroundBuilder.@Nullable Built made;
        do {
            made = made(with);
        } while (isOutdated());
        if (made != null) {
            CityGround ground = made.ground();
            kept(ground).forEach(e -> e.ground(ground));
        }
        end(made);
    }

    private synchronized List<MapEngine> kept(CityGround ground) {
        last = ground;
        return List.copyOf(engines);
    }

    private GroundBuilder.@Nullable Built made(GroundBuilder with) {
        GroundBuilder.Plan wanted;
        synchronized (this) {
            stale = false;
            wanted = plan();
            built = wanted;
        }
        try {
            return with.build(wanted);
        } catch (RuntimeException e) {
            LOG.warn("the map's ground could not be built; the old one stays", e);
            return null;
        }
    }

    private synchronized boolean isOutdated() {
        return stale && !plan().same(built);
    }

    private synchronized void end(GroundBuilder.@Nullable Built made) {
        failed = made == null;
        if (made != null) {
            kept = made.kept();
        }
        building = false;
        if (stale) {
            look();
        }
    }
}
