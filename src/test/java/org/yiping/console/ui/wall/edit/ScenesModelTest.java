package org.yiping.console.ui.wall.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiping.console.WallScript;
import org.yiping.console.fx.Fx;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.SmallCity;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.Tiling;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.protocol.wall.ShippedScenes;

class ScenesModelTest {
    private static final SceneId OVERVIEW = new SceneId("overview");

    private final SmallCity city = new SmallCity(Fx.direct(), "zh").rules("supervisor");
    private final ScenesModel model = new ScenesModel(city.desk, new WallScript());
    private final SceneSaves saves = new SceneSaves(city.desk, city.hall);

    @Test
    void itOpensWhatStandsUsuallyInTheLayoutOfAUsualWall() {
        assertThat(model.open()).isEqualTo(OVERVIEW);
        assertThat(model.layout().monitors()).isEqualTo(new WallScene.Grid(3, 2));
        assertThat(model.lines()).hasSize(ShippedScenes.NAMES.size()).allSatisfy(l -> {
            assertThat(l.origin()).isEqualTo(SceneLine.Origin.SHIPPED);
            assertThat(l.changed()).isFalse();
        });
        assertThat(model.changed()).isFalse();
    }

    @Test
    void aSceneIsSavedUnderTheNextVersionAndStandsWhenThePlatformSaysSo() {
        split();
        saves.send(model::saving);

        Aside.SaveScene sent = (Aside.SaveScene) city.outbox.submitted.getLast();
        assertThat(sent.base()).isEqualTo("1");
        assertThat(sent.content())
                .isNotNull()
                .satisfies(s -> assertThat(s.version()).isEqualTo("2"));
        assertThat(saves.pending(OVERVIEW)).isTrue();
        assertThat(model.changed()).as("not before the platform has it").isTrue();

        stands(sent.content());

        assertThat(model.changed()).isFalse();
        assertThat(model.conflict()).isFalse();
        assertThat(model.next()).isEqualTo("3");
        assertThat(line().origin()).isEqualTo(SceneLine.Origin.DESK);
        model.undo();
        assertThat(model.layout().grid()).as("also beyond a save").isEqualTo(new WallScene.Grid(3, 2));
        assertThat(model.changed()).isTrue();
    }

    @Test
    void whatAnotherDeskSavesIsFollowedWhileNothingIsChangedHere() {
        WallScene theirs = theirs();

        stands(theirs);

        assertThat(model.scene()).isEqualTo(theirs);
        assertThat(model.conflict()).isFalse();
    }

    @Test
    void whatAnotherDeskSavesMeanwhileTakesNothingAwayAndSomebodyChooses() {
        split();
        WallScene mine = model.scene();
        WallScene theirs = theirs();
        stands(theirs);

        assertThat(model.conflict()).isTrue();
        assertThat(model.scene()).isEqualTo(mine);
        assertThat(model.theirs()).contains(theirs);

        model.takeTheirs();
        assertThat(model.conflict()).isFalse();
        assertThat(model.scene()).isEqualTo(theirs);
        model.undo();
        assertThat(model.scene().layouts()).as("a step back brings mine").isEqualTo(mine.layouts());
    }

    @Test
    void mineIsSavedOverTheirsOnlyWhenSomebodySaysSo() {
        split();
        WallScene mine = model.scene();
        stands(theirs());

        model.keepMine();
        saves.send(model::saving);

        Aside.SaveScene sent = (Aside.SaveScene) city.outbox.submitted.getLast();
        assertThat(sent.base()).isEqualTo("2");
        assertThat(sent.content()).isNotNull().satisfies(s -> {
            assertThat(s.version()).isEqualTo("3");
            assertThat(s.layouts()).isEqualTo(mine.layouts());
        });
    }

    @Test
    void aCopyIsANewSceneOfItsOwn() {
        assertThat(model.copyAs("overview", title())).as("taken").isFalse();
        assertThat(model.copyAs("wall", title())).as("the rules' name").isFalse();
        assertThat(model.copyAs("Night Shift", title())).as("no name").isFalse();
        assertThat(model.copyAs("night-shift", title())).isTrue();

        saves.send(model::saving);

        Aside.SaveScene sent = (Aside.SaveScene) city.outbox.submitted.getLast();
        assertThat(sent.scene()).isEqualTo(new SceneId("night-shift"));
        assertThat(sent.base()).isEmpty();
        assertThat(sent.content())
                .isNotNull()
                .satisfies(s -> assertThat(s.version()).isEqualTo("1"));
        stands(sent.content());
        assertThat(model.open()).isEqualTo(new SceneId("night-shift"));
        assertThat(model.changed()).isFalse();
    }

    @Test
    void aSceneTakenBackElsewhereWhileItIsChangedHereBecomesANewOne() {
        model.copyAs("late", title());
        stands(model.scene().version("1"));
        split();
        WallScene mine = model.scene();
        city.tables.scenes.put(
                new SceneId("late"), new WallEdition(new SceneId("late"), null, null, "", "", boss(), SmallCity.NOW));
        model.follow();

        assertThat(model.open()).isEqualTo(new SceneId("late"));
        assertThat(model.scene().layouts()).isEqualTo(mine.layouts());
        saves.send(model::saving);
        assertThat(((Aside.SaveScene) city.outbox.submitted.getLast()).base()).isEmpty();
    }

    @Test
    void aVersionThatWasTakenBackIsNotGivenAgain() {
        stands(theirs());
        city.tables.scenes.put(OVERVIEW, new WallEdition(OVERVIEW, null, null, "", "2", boss(), SmallCity.NOW));
        model.follow();
        split();

        assertThat(model.scene().version()).isEqualTo("1");
        assertThat(model.next()).isEqualTo("3");
        assertThat(WallEdition.after("shipped", "shipped-2")).isEqualTo("shipped-3");
        assertThat(WallEdition.after("7", "3")).isEqualTo("8");
        assertThat(WallEdition.after("b", "a-9")).isEqualTo("b-2");
    }

    @Test
    void whatANewerFileHasReplacedIsNotSaidToBeSavedAtADesk() {
        stands(theirs());
        assertThat(line().origin()).isEqualTo(SceneLine.Origin.DESK);
        assertThat(model.edition(OVERVIEW)).isPresent();

        CityFacts facts = city.rules("supervisor").tables.city.known().orElseThrow();
        WallScene file = theirs(); // of the same version, by the way
        city.tables.city.set(
                new CityFacts(
                        facts.name(),
                        facts.zone(),
                        facts.extent(),
                        facts.layers(),
                        facts.promises(),
                        facts.rules().with(new WallBook(WallRules.SHIPPED, List.of(file), List.of()))),
                new Freshness(true, SmallCity.NOW));
        model.follow();

        assertThat(line().origin()).isEqualTo(SceneLine.Origin.CITY);
        assertThat(line().edition()).isNull();
        assertThat(model.edition(OVERVIEW)).isEmpty();
    }

    @Test
    void aRefusalIsToldAndWhatWasMadeStays() {
        split();
        WallScene mine = model.scene();
        saves.send(model::saving);
        city.outbox.state(
                city.outbox.submitted.getLast().head().id(),
                new Delivery.State.Rejected(new Delivery.Refusal(409, "SCN-4090", "场景已被他人保存", "另一席保存了新版本", null)));

        saves.tellRefusals();

        assertThat(saves.pending(OVERVIEW)).isFalse();
        assertThat(city.hall.notices().all()).extracting(n -> n.code()).contains("SCN-4090");
        assertThat(model.scene()).isEqualTo(mine);
        assertThat(model.changed()).isTrue();
    }

    @Test
    void rulesAreChangedTakenBackAndSavedLikeAScene() {
        model.open(WallEdition.RULES);
        WallRules before = model.rules();
        model.changeRules(before.scenes(new SceneId("kpi"), null, null));
        assertThat(model.changed()).isTrue();
        assertThat(model.fault()).isEmpty();
        model.undo();
        assertThat(model.rules()).isEqualTo(before);
        model.redo();

        saves.send(model::saving);

        Aside.SaveScene sent = (Aside.SaveScene) city.outbox.submitted.getLast();
        assertThat(sent.base()).isEqualTo("shipped");
        assertThat(sent.rules()).isNotNull().satisfies(r -> {
            assertThat(r.version()).isEqualTo("shipped-2");
            assertThat(r.standard()).isEqualTo(new SceneId("kpi"));
        });
    }

    @Test
    void whatCouldNotBeReadBackSaysWhy() {
        model.changeTile(t -> new WallScene.Tile(
                t.at(), List.of(new WallScene.Shown(PanelKind.TITLE, Map.of("en", "words"))), t.dwell(), t.priority()));

        assertThat(model.fault()).contains("needs the option 'zh'");
    }

    @Test
    void onlySomePostsMaySave() {
        assertThat(model.mayEdit()).isTrue();
        city.rules("dispatcher");
        assertThat(model.mayEdit()).isFalse();
    }

    private void split() {
        assertThat(model.change(l -> Tiling.split(l, 0, true))).isTrue();
        assertThat(model.change(l -> Tiling.split(l, 2, false))).isTrue();
    }

    private WallScene theirs() {
        return ShippedScenes.book()
                .find(OVERVIEW)
                .orElseThrow()
                .version("2")
                .title(new WallScene.Title("他席", "Theirs"));
    }

    private void stands(WallScene scene) {
        city.tables.scenes.put(scene.id(), new WallEdition(scene.id(), scene, null, "", "", boss(), SmallCity.NOW));
        model.follow();
    }

    private SceneLine line() {
        return model.lines().stream()
                .filter(l -> l.id().equals(OVERVIEW))
                .findFirst()
                .orElseThrow();
    }

    private static Actor boss() {
        return new Actor(new PersonId("p-2"), new PostCode("leader"), null);
    }

    private static WallScene.Title title() {
        return new WallScene.Title("夜班", "Night shift");
    }
}
