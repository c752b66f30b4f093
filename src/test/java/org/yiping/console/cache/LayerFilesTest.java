package org.yiping.console.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.domain.identity.DepartmentId;

class LayerFilesTest {
    private static final Position A = new Position(104.05, 30.63);
    private static final Position B = new Position(104.06, 30.64);
    private static final List<Feature> FEATURES = List.of(
            new Feature("r1", "major", "人民南路", new Shape.Line(List.of(A, B)), Map.of("lanes", "6")),
            new Feature("p1", "gate", "", new Shape.Point(A), Map.of()),
            new Feature(
                    "s1",
                    "park",
                    "公园",
                    new Shape.Surface(List.of(List.of(List.of(A, B, A), List.of(B, A, B)), List.of(List.of(A, B, A)))),
                    Map.of()));

    @TempDir
    Path folder;

    private LayerFiles files;

    @BeforeEach
    void open() throws IOException {
        files = new LayerFiles(folder);
    }

    private String[] names() {
        String[] names = folder.resolve("layers").toFile().list();
        return names == null ? new String[0] : names;
    }

    @Test
    void whatCannotBeKeptLeavesNothingBehindThatTakesRoom() throws IOException {
        Files.createDirectories(folder.resolve("layers/layer-roads-5.bin/in-the-way"));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> files.saveLayer("roads", 5, FEATURES)).isInstanceOf(IOException.class);
        }
        assertThat(names()).containsExactly("layer-roads-5.bin");
    }

    @Test
    void featuresComeBackAsTheyWere() throws IOException {
        files.saveLayer("roads", 12, FEATURES);
        assertThat(files.layer("roads")).contains(new Saved<>(12, FEATURES));
        assertThat(files.layer("road")).isEmpty();
    }

    @Test
    void componentsComeBackAsTheyWere() throws IOException {
        List<Component> components = List.of(
                new Component(
                        new ComponentId("99010100100102000001"),
                        new ClassCode("C-0102"),
                        "井盖",
                        A,
                        new AreaCode("990101001"),
                        new DepartmentId("d1")),
                new Component(new ComponentId("x"), new ClassCode("C-0103"), "", B, null, null));
        files.saveComponents(table(3, components));
        ComponentTable kept = files.components().orElseThrow();
        assertThat(kept.revision()).isEqualTo(3);
        assertThat(List.of(kept.component(0), kept.component(1))).isEqualTo(components);
    }

    private static ComponentTable table(long revision, List<Component> rows) {
        ComponentTableBuilder builder = new ComponentTableBuilder(CityPlane.around(A));
        rows.forEach(builder::add);
        return builder.build(revision, (xs, _) -> IntStream.range(0, xs.length).toArray());
    }

    @Test
    void noComponentsAreAFileToo() throws IOException {
        files.saveComponents(table(4, List.of()));
        assertThat(files.components().orElseThrow().size()).isZero();
    }

    @Test
    void componentsCutAnywhereAreFetchedAgain() throws IOException {
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            components.add(new Component(
                    new ComponentId("l-" + i),
                    new ClassCode("C-010" + i % 4),
                    "路灯" + i % 3,
                    i % 2 == 0 ? A : B,
                    null,
                    null));
        }
        files.saveComponents(table(7, components));
        Path file = folder.resolve("layers/components-7.bin");
        byte[] bytes = Files.readAllBytes(file);
        for (int cut = 0; cut < bytes.length; cut++) {
            Files.write(file, Arrays.copyOf(bytes, cut));
            assertThat(files.components()).as("cut at " + cut).isEmpty();
            assertThat(file).doesNotExist();
        }
        Files.write(file, bytes);
        assertThat(files.components().orElseThrow().size()).isEqualTo(20);
    }

    @Test
    void componentsOfAnotherShapeAreFetchedAgainEvenIfTheirChecksumIsRight() throws IOException {
        files.saveComponents(
                table(7, List.of(new Component(new ComponentId("x"), new ClassCode("C-0103"), "", B, null, null))));
        Path file = folder.resolve("layers/components-7.bin");
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 13; at < bytes.length - Integer.BYTES; at++) {
            byte[] other = bytes.clone();
            other[at] = (byte) ~other[at];
            CRC32C sum = new CRC32C();
            sum.update(other, 0, other.length - Integer.BYTES);
            ByteBuffer.wrap(other).putInt(other.length - Integer.BYTES, (int) sum.getValue());
            Files.write(file, other);
            assertThatCode(files::components).as("byte " + at).doesNotThrowAnyException();
        }
    }

    @Test
    void aNewRevisionTakesTheOldOnesPlace() throws IOException {
        files.saveLayer("roads", 12, FEATURES);
        files.saveLayer("roads", 13, FEATURES.subList(0, 1));
        assertThat(files.layer("roads").orElseThrow().revision()).isEqualTo(13);
        assertThat(names()).hasSize(1);
    }

    @Test
    void aFileThatDoesNotAddUpIsDeletedAndFetchedAgain() throws IOException {
        files.saveLayer("roads", 12, FEATURES);
        Path file = folder.resolve("layers/layer-roads-12.bin");
        byte[] bytes = Files.readAllBytes(file);
        for (int cut : new int[] {0, 3, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, cut));
            assertThat(files.layer("roads")).isEmpty();
            assertThat(file).doesNotExist();
        }
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(files.layer("roads")).isEmpty();
    }

    @Test
    void whatWasDamagedIsKnownToBeLostUntilAnotherTakesItsPlace() throws IOException {
        files.saveLayer("roads", 12, FEATURES);
        files.saveComponents(table(3, List.of()));
        assertThat(files.isLayerLost("roads") || files.areComponentsLost()).isFalse();
        Path roads = folder.resolve("layers/layer-roads-12.bin");
        Path components = folder.resolve("layers/components-3.bin");
        Files.write(roads, Arrays.copyOf(Files.readAllBytes(roads), 30));
        Files.write(components, Arrays.copyOf(Files.readAllBytes(components), 9));
        files.layer("roads");
        files.components();
        assertThat(files.isLayerLost("roads") && files.areComponentsLost()).isTrue();
        assertThat(files.isLayerLost("water")).isFalse();

        open(); // the next start finds no file, and still knows
        assertThat(files.layer("roads")).isEmpty();
        assertThat(files.isLayerLost("roads") && files.areComponentsLost()).isTrue();
        files.saveLayer("roads", 13, FEATURES);
        assertThat(files.isLayerLost("roads")).isFalse();
        assertThat(files.areComponentsLost()).isTrue();
        files.saveComponents(table(4, List.of()));
        assertThat(names()).containsExactlyInAnyOrder("layer-roads-13.bin", "components-4.bin");
    }

    @Test
    void aFileOfAnotherVersionOfThisProgramIsFetchedAgainAndNotDamaged() throws IOException {
        files.saveComponents(table(3, List.of()));
        Path file = folder.resolve("layers/components-3.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[4] = 'C';
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length - Integer.BYTES);
        ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, (int) sum.getValue());
        Files.write(file, bytes);
        assertThat(files.components()).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void aNameFromTheWireNeverLeavesTheFolder() throws IOException {
        files.saveLayer("../../evil", 1, FEATURES);
        files.saveLayer("a/b", 1, FEATURES);
        assertThat(names()).isEmpty();
        assertThat(files.layer("../../evil")).isEmpty();
    }
}
