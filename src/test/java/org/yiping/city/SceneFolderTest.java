package org.yiping.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallSharing;
import org.yiping.protocol.wall.SceneFault;
import org.yiping.protocol.wall.ShippedScenes;

class SceneFolderTest {
    private static final String LATE = """
            version: "1"
            title: {zh: 夜班, en: Night shift}
            layouts:
              - monitors: [1, 1]
                grid: [1, 1]
                tiles: [{at: [1, 1], panel: figures}]
            ...
            """;
    private static final SceneId NIGHT = new SceneId("night");

    @TempDir
    private Path city;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectory(city.resolve("scenes"));
    }

    @Test
    void aCityWithoutTheFolderHasNoScenesOfItsOwn() throws IOException {
        Files.delete(city.resolve("scenes"));

        assertThat(read(WallBook.NONE)).isEqualTo(new SceneFolder.Read(WallBook.NONE, List.of()));
    }

    @Test
    void itsScenesAndRulesAreRead() throws IOException {
        write("night.yaml", LATE);
        write("wall.yaml", "version: \"1\"\nstandard: night\n...\n");

        SceneFolder.Read read = read(WallBook.NONE);

        assertThat(read.faults()).isEmpty();
        assertThat(read.book().find(NIGHT)).isPresent();
        assertThat(read.book().rules().standard()).isEqualTo(NIGHT);
    }

    @Test
    void aSceneThatIsRefusedStaysAsItWasAndTheOthersAreTaken() throws IOException {
        write("night.yaml", LATE);
        WallBook before = read(WallBook.NONE).book();
        write("night.yaml", LATE.replace("panel: figures", "panel: figgures").replace("\"1\"", "\"2\""));
        write("other.yaml", LATE);

        SceneFolder.Read read = read(before);

        assertThat(read.faults())
                .extracting(SceneFault::toString)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("night.yaml:6: there is no panel 'figgures'");
        assertThat(read.book().find(NIGHT)).isEqualTo(before.find(NIGHT));
        assertThat(read.book().find(new SceneId("other"))).isPresent();
    }

    @Test
    void aFileHalfWrittenLeavesTheOldSceneOnTheWall() throws IOException {
        write("night.yaml", LATE);
        WallBook before = read(WallBook.NONE).book();
        write("night.yaml", LATE.replace("\"1\"", "\"2\"").replace("...\n", ""));

        SceneFolder.Read read = read(before);

        assertThat(read.book().find(NIGHT).map(WallScene::version)).contains("1");
        assertThat(read.faults().getFirst().reason()).contains("half written");
    }

    @Test
    void whatReadsDifferentlyUnderTheSameVersionIsRefused() throws IOException {
        write("night.yaml", LATE);
        WallBook before = read(WallBook.NONE).book();
        write("night.yaml", LATE.replace("figures", "clock"));

        SceneFolder.Read read = read(before);

        assertThat(read.book()).isEqualTo(before);
        assertThat(read.faults().getFirst().reason()).contains("needs another version than 1");
    }

    @Test
    void rulesThatNameASceneNobodyHasAreRefusedAndTheOldOnesStay() throws IOException {
        write("wall.yaml", "version: \"1\"\nstandard: cameras\n...\n");
        WallBook before = read(WallBook.NONE).book();
        write("wall.yaml", "version: \"2\"\nstandard: nowhere\n...\n");

        SceneFolder.Read read = read(before);

        assertThat(read.book().rules()).isEqualTo(before.rules());
        assertThat(read.faults().getFirst().toString()).startsWith("wall.yaml:2: there is no scene 'nowhere'");
    }

    @Test
    void aSceneWhoseFileIsGoneIsGoneAsLongAsAnotherFileIsThere() throws IOException {
        write("night.yaml", LATE);
        write("wall.yaml", "version: \"1\"\nstandard: overview\n...\n");
        WallBook before = read(WallBook.NONE).book();
        Files.delete(city.resolve("scenes/night.yaml"));

        assertThat(read(before).book().scenes()).isEmpty();
        assertThat(read(before).faults()).isEmpty();
    }

    @Test
    void anEmptyFolderOfACityThatNeverHadScenesMeansTheShippedOnes() {
        SceneFolder.Read read = read(WallBook.NONE);

        assertThat(read).isEqualTo(new SceneFolder.Read(WallBook.NONE, List.of()));
        assertThat(read.book().over(ShippedScenes.book()).find(new SceneId("overview")))
                .isPresent();
    }

    /// Also what a copy that failed and a share mounted in the wrong place leave behind.
    @Test
    void aFolderThatWasEmptiedLeavesScenesAndRightsAsTheyWereAndSaysSo() throws IOException {
        WallBook before = withRights();
        Files.delete(city.resolve("scenes/night.yaml"));
        Files.delete(city.resolve("scenes/wall.yaml"));

        SceneFolder.Read read = read(before);

        assertThat(read.book()).isEqualTo(before);
        assertThat(read.faults()).hasSize(1);
        assertThat(read.faults().getFirst().toString())
                .startsWith("scenes/:1: ")
                .contains("is empty")
                .contains("stay as they were")
                .contains("Put the files back");

        write("wall.yaml", "version: \"2\"\nstandard: overview\n...\n");
        assertThat(read(before).book().scenes()).as("meant so").isEmpty();
        assertThat(read(before).faults()).isEmpty();
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Files.write(city.resolve("scenes/bad.yaml"), "a: é".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read(WallBook.NONE).faults().getFirst().toString()).startsWith("bad.yaml:1: this is no text");
    }

    /// A share that is not mounted looks so.
    @Test
    void aFolderThatIsGoneLeavesScenesAndRightsAsTheyWereAndSaysSo() throws IOException {
        WallBook before = withRights();
        Files.move(city.resolve("scenes"), city.resolve("elsewhere"));

        SceneFolder.Read read = read(before);

        assertThat(read.book()).isEqualTo(before);
        assertThat(read.faults()).hasSize(1);
        assertThat(read.faults().getFirst().toString()).startsWith("scenes/:1: the folder of the wall's scenes");
    }

    /// A folder nobody may enter, or a loop of links, is no folder that is not there.
    @Test
    void aFolderThatCannotBeReadLeavesScenesAndRightsAsTheyWereAndSaysSo() throws IOException {
        WallBook before = withRights();
        Files.move(city.resolve("scenes"), city.resolve("elsewhere"));
        Files.createSymbolicLink(city.resolve("scenes"), Path.of("scenes"));

        assertThat(read(before).book()).isEqualTo(before);
        assertThat(read(before).faults()).hasSize(1);
    }

    @Test
    void rulesThatCannotBeReadLeaveTheRightsAsTheyWere() throws IOException {
        WallBook before = withRights();
        Path rules = city.resolve("scenes/wall.yaml");
        Files.delete(rules);
        Files.createSymbolicLink(rules, Path.of("wall.yaml")); // reading it fails, and it is not known to be gone

        SceneFolder.Read read = read(before);

        assertThat(read.book()).isEqualTo(before);
        assertThat(read.faults().getFirst().toString()).startsWith("wall.yaml:1: the file cannot be read");
    }

    @Test
    void rulesOfWhichNothingWasEverReadGiveNobodyRights() throws IOException {
        write("wall.yaml", "version: \"1\"\nstandard: overview\ndesk: {rights: [{posts: [leader");

        SceneFolder.Read read = read(WallBook.NONE);

        WallOrder order = WallOrder.scene(NIGHT, "晨会", 600);
        assertThat(read.book().rules().sharing().allows(new PostCode("leader"), order))
                .isFalse();
        assertThat(read.faults().getLast().reason()).contains("no post may send");
        write("wall.yaml", "version: \"1\"\nstandard: overview\n...\n");
        assertThat(read(read.book()).book().rules().sharing()).isEqualTo(WallSharing.OPEN);
    }

    private WallBook withRights() throws IOException {
        write("night.yaml", LATE);
        write("wall.yaml", "version: \"1\"\nstandard: night\ndesk: {rights: [{posts: [leader]}]}\n...\n");
        SceneFolder.Read read = read(WallBook.NONE);
        assertThat(read.faults()).isEmpty();
        return read.book();
    }

    private SceneFolder.Read read(WallBook before) {
        return SceneFolder.read(city, before);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(city.resolve("scenes").resolve(name), text);
    }
}
