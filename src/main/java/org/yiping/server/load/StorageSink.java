package org.yiping.server.load;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.identity.Department;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

/// Puts imported facts into the server's own storage, cases with journal entries like any other change. One thread
/// but for `encode`.
public final class StorageSink implements CaseSink, GeoSink {
    private final Database database;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Workflow workflow;
    private Rulebook rulebook;

    public StorageSink(Database database, Ledger ledger, Rulebook rulebook, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.workflow = rulebook.workflow();
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /// A case with its history, as the storage takes them.
    private record Ready(Change fact, List<Change> history) {}

    @Override
    public Encoded encode(List<Imported> batch) {
        List<Ready> ready = batch.stream().map(this::ready).toList();
        return () -> store(ready);
    }

    private Ready ready(Imported imported) {
        Case fact = imported.fact();
        Scope scope = new Scope(
                fact.place().area() == null ? null : fact.place().area().value(),
                fact.progress().department() == null
                        ? null
                        : fact.progress().department().value());
        CaseFacts facts = new CaseFacts(fact, workflow.ending(fact.progress().state()));
        List<Change> history = new ArrayList<>();
        for (FlowRecord entry : imported.records()) {
            history.add(new Change(
                    Kinds.RECORD,
                    entry.id().value(),
                    json(entry),
                    scope,
                    null,
                    fact.id().value()));
        }
        return new Ready(new Change(Kinds.CASE, fact.id().value(), json(fact), scope, facts, null), history);
    }

    /// What is there already word for word is left alone, so that an import that was interrupted is simply done again.
    private void store(List<Ready> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Origin origin = new Origin(
                null, null, "import", rulebook.catalogues().at(clock.instant()).version());
        ledger.write(open -> {
            open.look(batch.stream().map(r -> r.fact().id()).toList());
            for (Ready ready : batch) {
                Optional<Row> before = open.find(Kinds.CASE, ready.fact().id());
                if (before.isEmpty()
                        || !before.get().content().equals(ready.fact().content())) {
                    open.put(origin, clock.instant(), ready.fact());
                }
                for (Change entry : ready.history()) {
                    if (before.isEmpty() || !open.isInHistory(before.get(), entry)) {
                        open.put(origin, clock.instant(), entry);
                    }
                }
            }
        });
    }

    @Override
    public void classes(String version, List<CaseClass> added) {
        Instant now = clock.instant();
        Catalogue before = rulebook.catalogues().at(now);
        Map<String, CaseClass> all = new TreeMap<>();
        before.classes().forEach(c -> all.put(c.code().value(), c));
        added.forEach(c -> all.put(c.code().value(), c));
        Catalogue next = new Catalogue(unused(before.version(), version), new ArrayList<>(all.values()));
        rulebook = rulebook.with(new Meta(database), now, next);
    }

    /// Several batches of one import may each bring classes.
    private String unused(String before, String added) {
        int plus = before.indexOf("+import-");
        String name = (plus < 0 ? before : before.substring(0, plus)) + "+" + added;
        String next = name;
        for (int n = 2; rulebook.catalogues().find(next).isPresent(); n++) {
            next = name + "." + n;
        }
        return next;
    }

    @Override
    public void departments(List<Department> added) {
        ledger.write(open -> {
            for (Department d : added) {
                open.put(
                        Origin.PLATFORM,
                        clock.instant(),
                        Change.fact(Kinds.DEPARTMENT, d.id().value(), json(d), Scope.OPEN));
            }
        });
    }

    @Override
    public void layer(String name, List<Feature> features, String attribution, String datum) {
        LayerText.put(
                new LayerTable(database),
                new Layer(name, ledger.revision(), features.size(), attribution, datum),
                features,
                clock.instant());
    }

    @Override
    public void components(List<Component> components) {
        Layer layer = new LayerTable(database)
                .find("components")
                .orElse(new Layer("components", 0, 0, rulebook.settings().attribution(), "WGS 84"));
        LayerText.put(
                new LayerTable(database),
                new Layer("components", ledger.revision(), components.size(), layer.attribution(), layer.datum()),
                components,
                clock.instant());
    }

    private static String json(Object row) {
        return Json.mapper().writeValueAsString(row);
    }
}
