package org.yiping.server.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Shape;

/// Imports map layers and components. What fits no rule is refused with its number, never dropped. One import
/// at a time; one thread.
public final class GeoImport {
    private final TagRules rules;
    private final Catalogue catalogue;
    private final AreaFinder areas;
    private final CoordinateSystem system;
    private final GeoSink sink;
    private final InstantSource clock;

    /// `system` is what coordinates of files are in that do not say it themselves.
    public GeoImport(City city, CoordinateSystem system, GeoSink sink, InstantSource clock) {
        this.rules = city.rules;
        this.catalogue = city.catalogue;
        this.areas = city.areas;
        this.system = system;
        this.sink = sink;
        this.clock = clock;
    }

    /// What the city knows already: by which tags things are what, its classes and its areas.
    public record City(TagRules rules, Catalogue catalogue, AreaFinder areas) {}

    /// Roads, buildings, water, green by the tag rules; areas take any surface and keep `level` as category.
    public ImportSummary layer(String name, List<Path> files, Source source, Consumer<Refusal> refused)
            throws IOException, InterruptedException {
        Run run = new Run(refused);
        List<Feature> features = new ArrayList<>();
        run.read(files, (file, thing) -> {
            Optional<String> category = name.equals("areas")
                    ? Optional.of(thing.tags().getOrDefault("level", "district"))
                    : rules.layer(name, thing.tags()).map(TagRules.Rule::category);
            boolean fits =
                    name.equals("roads") ? thing.shape() instanceof Shape.Line : thing.shape() instanceof Shape.Surface;
            if (category.isEmpty()) {
                run.refuse(file, thing, "no rule of layer " + name + " fits its tags");
            } else if (!fits) {
                run.refuse(file, thing, "wrong geometry for " + name);
            } else {
                features.add(new Feature(thing.id(), category.get(), thing.name(), thing.shape(), Map.of()));
                run.taken++;
            }
        });
        sink.layer(name, features, source.attribution(), source.datum());
        return run.summary();
    }

    /// Where a layer comes from, shown wherever it is drawn.
    public record Source(String attribution, String datum) {}

    public ImportSummary components(List<Path> files, Consumer<Refusal> refused)
            throws IOException, InterruptedException {
        Run run = new Run(refused);
        List<Component> components = new ArrayList<>();
        Map<ClassCode, CaseClass> made = new LinkedHashMap<>();
        run.read(files, (file, thing) -> {
            String own = thing.tags().get("class");
            String hint = thing.tags().get("class_zh_hint");
            Optional<TagRules.Rule> rule = own != null
                    ? Optional.of(new TagRules.Rule("class=*", own, thing.tags().getOrDefault("name", own)))
                    : rules.component(thing.tags())
                            .or(() -> Optional.ofNullable(hint)
                                    .map(h -> new TagRules.Rule("hint=*", "L-" + CaseReader.slug(h), h)));
            if (rule.isEmpty()) {
                run.refuse(file, thing, "no component rule fits its tags");
            } else if (!(thing.shape() instanceof Shape.Point point)) {
                run.refuse(file, thing, "a component is a point");
            } else {
                ClassCode code = new ClassCode(rule.get().category());
                String name =
                        rule.get().name() == null ? code.value() : rule.get().name();
                if (catalogue.find(code).isEmpty()) {
                    made.computeIfAbsent(
                            code, c -> new CaseClass(c, new KindCode("component"), "其他部件", name, name, List.of()));
                }
                components.add(new Component(
                        new ComponentId(thing.id()),
                        code,
                        catalogue.find(code).map(CaseClass::name).orElse(name),
                        point.position(),
                        areas.areaAt(point.position()).orElse(null),
                        null));
                run.taken++;
            }
        });
        if (!made.isEmpty()) {
            sink.classes("import-components", List.copyOf(made.values()));
        }
        sink.components(components);
        return run.summary();
    }

    private interface Taker {
        void take(String file, GeoThing thing);
    }

    private final class Run {
        private final Consumer<Refusal> refused;
        private final Instant started = clock.instant();
        private long read;
        private long taken;
        private long refusals;

        Run(Consumer<Refusal> refused) {
            this.refused = refused;
        }

        void read(List<Path> files, Taker taker) throws IOException, InterruptedException {
            for (Path file : files) {
                String name = file.getFileName().toString();
                read += new GeoFiles(system, thing -> taker.take(name, thing), this::refuse).read(file);
            }
        }

        void refuse(String file, GeoThing thing, String reason) {
            refuse(new Refusal(file, thing.line(), thing.id() + ": " + reason));
        }

        private void refuse(Refusal refusal) {
            refusals++;
            refused.accept(refusal);
        }

        ImportSummary summary() {
            double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
            return new ImportSummary(read, taken, refusals, 0, 0, seconds);
        }
    }
}
