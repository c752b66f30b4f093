package org.yiping.server.command;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.command.Aside;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.wall.SceneWriter;
import org.yiping.protocol.wall.ShippedScenes;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Scope;

/// Keeps the scenes and rules of the wall that desks save, each whole and only where it could be read from a file. The
/// journal has every version and who saved it. The writer's thread only.
final class SceneClerk {
    /// More scenes nobody can tell apart; a city's folder has no more either.
    private static final int MOST = 100;

    private final Rulebook book;
    private final CaseWriter writer;
    private final WallBook shipped = ShippedScenes.book();

    SceneClerk(Rulebook book) {
        this.book = book;
        this.writer = new CaseWriter(book);
    }

    Answer save(Batch batch, Principal who, Aside.SaveScene c, Instant now) {
        WallBook own = city(book, batch);
        WallBook standing = own.over(shipped);
        if (!standing.version(c.scene()).equals(c.base())) {
            return refused(409, "scene-changed", "/payload/base");
        }
        WallScene scene = c.content();
        WallRules rules = c.rules();
        String used = editions(batch).stream()
                .filter(e -> e.id().equals(c.scene()))
                .map(WallEdition::used)
                .findFirst()
                .orElse("");
        Answer bad = scene == null && rules == null ? kept(batch, c.scene(), own) : unfit(c, standing, used);
        if (bad != null) {
            return bad;
        }
        WallEdition next =
                new WallEdition(c.scene(), scene, rules, book.wall().version(c.scene()), used, who.actor(), now);
        Change change =
                Change.fact(Kinds.SCENE, c.scene().value(), Json.mapper().writeValueAsString(next), Scope.OPEN);
        var by = new CaseWriter.By(who.actor(), c.head().id().value());
        return new Answer.Applied(
                batch.put(writer.origin(by, null, now), now, change).revision());
    }

    /// The city's files with what desks have saved over them.
    static WallBook city(Rulebook book, Batch batch) {
        return book.wall().with(editions(batch));
    }

    private @Nullable Answer unfit(Aside.SaveScene c, WallBook standing, String used) {
        WallScene scene = c.content();
        WallRules rules = c.rules();
        boolean named = c.scene().equals(WallEdition.RULES)
                ? scene == null
                : rules == null && scene != null && scene.id().equals(c.scene());
        if (!named) {
            return refused(422, "wrong-kind", "/target");
        }
        String version = scene != null ? scene.version() : rules != null ? rules.version() : "";
        if (version.equals(c.base()) || WallEdition.isSpent(version, used)) {
            return refused(422, "same-version", scene != null ? "/payload/content/version" : "/payload/rules/version");
        }
        if (scene != null
                && standing.find(scene.id()).isEmpty()
                && standing.scenes().size() >= MOST) {
            return refused(422, "range", "/target");
        }
        if (scene != null && SceneWriter.checked(scene).content() == null) {
            return refused(422, "bad-scene", "/payload/content");
        }
        return rules != null && SceneWriter.checked(rules, ids(standing)).content() == null
                ? refused(422, "bad-scene", "/payload/rules")
                : null;
    }

    /// Only what a desk has saved can be taken back, and no scene the rules would then name in vain.
    private @Nullable Answer kept(Batch batch, SceneId id, WallBook own) {
        if (editions(batch).stream()
                .noneMatch(e -> e.id().equals(id) && !e.version().isEmpty())) {
            return refused(404, "no-scene", "/target");
        }
        List<WallEdition> others =
                editions(batch).stream().filter(e -> !e.id().equals(id)).toList();
        Set<SceneId> left = ids(book.wall().with(others).over(shipped));
        WallRules rules = book.wall().with(others).rules();
        return left.containsAll(named(id.equals(WallEdition.RULES) ? rules : own.rules()))
                ? null
                : refused(409, "scene-due", "/target");
    }

    private static List<SceneId> named(WallRules rules) {
        return Stream.concat(
                        Stream.of(rules.standard(), rules.onOpenDay(), rules.onAlarm()),
                        rules.schedule().stream().flatMap(d -> d.scenes().stream()))
                .filter(id -> id != null)
                .toList();
    }

    private static Set<SceneId> ids(WallBook book) {
        return book.scenes().stream().map(WallScene::id).collect(Collectors.toSet());
    }

    private static List<WallEdition> editions(Batch batch) {
        return batch.all(Kinds.SCENE).stream()
                .map(row -> Json.mapper().readValue(row.content(), WallEdition.class))
                .toList();
    }

    private static Answer refused(int status, String code, String pointer) {
        return new Answer.Refused(status, code, pointer, null);
    }
}
