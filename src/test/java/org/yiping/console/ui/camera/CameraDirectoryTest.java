package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.PostCode;

/// What a hand does with the directory, on a seat without a platform.
class CameraDirectoryTest {
    private final List<String> taken = new ArrayList<>();
    private final DeskFixture seat = new DeskFixture("dispatcher");
    private CameraDirectory directory;
    private ListView<DirectoryRow> list;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    @SuppressWarnings("unchecked")
    void shown() {
        seat.tables.areas.put(
                new AreaCode("01"), new Area(new AreaCode("01"), "武侯区", "district", null, new Position(104, 30)));
        put(camera("c1", "芳草街", "01", true, ""), camera("c2", "玉林街", "01", false, ""));
        put(camera("c3", "桐梓林", "77", true, "leader"));
        directory = fx(() -> {
            CameraDirectory made = new CameraDirectory(seat.desk, seat.hall, c -> taken.add(c.id().value()));
            new Scene(made.root(), 300, 700);
            made.onShow();
            return made;
        });
        list = fx(() -> (ListView<DirectoryRow>) directory.root().lookup("#camera/list"));
    }

    @Test
    void treesStandByAreaGroupAndKindAndTheChoiceIsKept() {
        assertThat(rows()).containsExactly("[武侯区 1/2]", "芳草街", "玉林街", "[77 1/1]", "桐梓林");
        press("directory/by");
        assertThat(rows()).containsExactly("[重点路段 2/3]", "桐梓林", "芳草街", "玉林街");
        press("directory/by");
        assertThat(rows()).containsExactly("[网络摄像机 2/3]", "[球机 2/3]");
        assertThat(seat.hall.remembered().now().get().choices()).containsEntry("directory.by", "kind");
    }

    @Test
    void enterTakesACameraAndFoldsABranch() {
        select(1);
        key(KeyCode.ENTER);
        assertThat(taken).containsExactly("c1");
        select(0);
        key(KeyCode.ENTER);
        assertThat(rows()).containsExactly("[武侯区 1/2]", "[77 1/1]", "桐梓林");
        key(KeyCode.RIGHT);
        assertThat(rows()).hasSize(5);
        assertThat(fx(() -> list.getSelectionModel().getSelectedIndex()))
                .as("the branch is still chosen")
                .isZero();
    }

    @Test
    void whatThisPostMayNotSeeIsTakenNowhere() {
        select(4);
        key(KeyCode.ENTER);
        assertThat(taken).isEmpty();
        assertThat(fx(() -> directory.order().stream().map(c -> c.id().value()).toList()))
                .containsExactly("c1", "c2");
    }

    @Test
    void aChangeOfStateLeavesTheListWhereItIs() {
        select(2);
        put(camera("c2", "玉林街", "01", false, "").with(new CameraState(false, false, "offline", "no-heartbeat", null)));
        assertThat(fx(() -> list.getSelectionModel().getSelectedIndex())).isEqualTo(2);
        assertThat(fx(() -> ((DirectoryRow.Leaf) list.getItems().get(2))
                        .camera()
                        .state()
                        .reason()))
                .isEqualTo("no-heartbeat");
        put(camera("c0", "芳草街", "01", true, ""));
        assertThat(rows()).hasSize(6);
        assertThat(fx(() -> ((DirectoryRow.Leaf) list.getSelectionModel().getSelectedItem())
                        .camera()
                        .id()
                        .value()))
                .as("another row above it")
                .isEqualTo("c2");
    }

    @Test
    void typingFlattensTheTree() {
        fx(() -> {
            ((TextField) directory.root().lookup("#camera/find")).setText("yl");
            return true;
        });
        assertThat(rows()).containsExactly("玉林街");
    }

    @Test
    void thePlatformOutOfReachMeansAStarIsNotKeptAndThatIsSaid() {
        select(1);
        press("directory/star");
        assertThat(fx(() -> ((DirectoryRow.Leaf) list.getItems().get(1)).favourite()))
                .isFalse();
        assertThat(fx(() -> directory.hint())).isEqualTo(seat.hall.messages().get("directory.trouble-unreachable"));
    }

    @Test
    void onlyWhatWasSurveyedIsShownOnTheMap() {
        select(1);
        press("directory/map");
        assertThat(seat.selection.picked()).isEqualTo(new Selection.Picked.OfCamera(new CameraId("c1")));
        assertThat(fx(() -> directory.pointed(new CameraId("c1"))))
                .as("not into a tile")
                .isTrue();
        assertThat(fx(() -> directory.pointed(new CameraId("c1"))))
                .as("the next pick is one")
                .isFalse();
        Camera c2 = camera("c2", "玉林街", "01", false, "");
        Device d = c2.device();
        put(c2.with(new Device(d.type(), d.area(), d.groups(), false, List.of(), "", List.of(), List.of())));
        select(2);
        press("directory/map");
        assertThat(seat.selection.picked()).isEqualTo(new Selection.Picked.OfCamera(new CameraId("c1")));
    }

    @Test
    void fiftyChangesAreFewListings() {
        Map<CameraId, Camera> many = new HashMap<>();
        IntStream.range(0, 2000).forEach(i -> {
            Camera c = camera("m" + i, "街 " + i, "01", true, "");
            many.put(c.id(), c);
        });
        seat.tables.cameras.apply(many, java.util.Set.of());
        assertThat(rows()).hasSize(2005);
    }

    @Test
    void aRowSaysItsDayOnlyWhereItWasPoor() {
        Map<String, Double> shares = Map.of("c1", 0.9899, "c2", 0.99, "c3", 1.0);
        directory.counts(id -> java.util.Optional.ofNullable(shares.get(id.value())));
        assertThat(directory.poorShare(new CameraId("c1"))).isEqualTo("98%");
        assertThat(directory.poorShare(new CameraId("c2"))).isEmpty();
        assertThat(directory.poorShare(new CameraId("c9")))
                .as("nothing is known")
                .isEmpty();
        assertThat(directory.today(new CameraId("c2"))).isEqualTo("今日 99%");
        DirectoryCell cell = fx(() -> {
            DirectoryCell made = new DirectoryCell(directory);
            made.updateItem(list.getItems().get(1), false);
            return made;
        });
        assertThat(cell.getTooltip().getText()).isEqualTo("芳草街 · 在线 · 今日 98.9%");
    }

    private void put(Camera... cameras) {
        for (Camera c : cameras) {
            seat.tables.cameras.put(c.id(), c);
        }
    }

    private List<String> rows() {
        return fx(() -> list.getItems().stream()
                .map(r -> switch (r) {
                    case DirectoryRow.Branch b -> "[" + b.name() + " " + b.online() + "/" + b.all() + "]";
                    case DirectoryRow.Leaf l -> l.camera().name();
                })
                .toList());
    }

    private void select(int row) {
        fx(() -> {
            list.getSelectionModel().clearAndSelect(row);
            return true;
        });
    }

    private void press(String id) {
        fx(() -> {
            ((KeyButton) directory.root().lookup("#" + id)).fire();
            return true;
        });
    }

    private void key(KeyCode code) {
        fx(() -> {
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return true;
        });
    }

    private static Camera camera(String id, String name, String area, boolean online, String viewer) {
        return new Camera(
                new CameraId(id),
                name,
                new Position(104, 30),
                new Camera.View(0, 60, "ball"),
                List.of(),
                new CameraState(online, false),
                new Device(
                        "132",
                        new AreaCode(area),
                        List.of("重点路段"),
                        true,
                        List.of(),
                        "",
                        viewer.isEmpty() ? List.of() : List.of(new PostCode(viewer)),
                        List.of()));
    }

    private static <T> T fx(Supplier<T> task) {
        return Toolkit.onFx(task::get);
    }
}
