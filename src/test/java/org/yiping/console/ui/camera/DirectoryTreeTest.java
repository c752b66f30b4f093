package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.camera.DirectoryTree.Listing;
import org.yiping.console.ui.camera.DirectoryTree.Step;
import org.yiping.console.ui.camera.DirectoryTree.Wish;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.geo.Position;

class DirectoryTreeTest {
    private static final Camera GATE = camera("34020000001320000001", "芳草街 · 肖家河", true);
    private static final Camera BRIDGE = camera("34020000001320000002", "一环路 · 跨线桥", false);
    private static final Camera PARK = camera("34020000001320000003", "芳草街 · 公园", true);
    private static final List<Camera> ALL = List.of(GATE, BRIDGE, PARK);

    @Test
    void branchesSayHowManyAreOnlineAndTheLowerOnesAreFolded() {
        Listing listing = DirectoryTree.list(ALL, wish(Set.of(), Set.of(), ""));
        assertThat(said(listing)).containsExactly("+North 1/1", " 芳草街 · 公园", "+South 1/2", " -Gates 0/1", " 芳草街 · 肖家河");
        assertThat(listing.order()).as("folded ones too").containsExactly(PARK, BRIDGE, GATE);
    }

    @Test
    void whatIsTurnedIsOtherThanAtFirst() {
        Listing listing = DirectoryTree.list(ALL, wish(Set.of(), Set.of("/north", "/south/gates"), ""));
        assertThat(said(listing))
                .containsExactly("-North 1/1", "+South 1/2", " +Gates 0/1", "  一环路 · 跨线桥", " 芳草街 · 肖家河");
    }

    @Test
    void favouritesStandOnTopAndInTheirPlace() {
        Listing listing = DirectoryTree.list(ALL, wish(Set.of(PARK.id()), Set.of("/south"), ""));
        assertThat(said(listing))
                .containsExactly("+Favourites 1/1", " 芳草街 · 公园*", "+North 1/1", " 芳草街 · 公园*", "-South 1/2");
        assertThat(listing.rows().stream().map(DirectoryRow::key)).doesNotHaveDuplicates();
        assertThat(listing.order()).hasSize(3);
    }

    @Test
    void typedWordsFindChineseInitialsAndCodes() {
        assertThat(said(DirectoryTree.list(ALL, wish(Set.of(), Set.of(), "芳草"))))
                .containsExactly("芳草街 · 公园", "芳草街 · 肖家河");
        assertThat(said(DirectoryTree.list(ALL, wish(Set.of(), Set.of(), "kxq"))))
                .containsExactly("一环路 · 跨线桥");
        assertThat(said(DirectoryTree.list(ALL, wish(Set.of(), Set.of(), "000003"))))
                .containsExactly("芳草街 · 公园");
        assertThat(said(DirectoryTree.list(ALL, wish(Set.of(), Set.of(), "fcj xjh"))))
                .containsExactly("芳草街 · 肖家河");
        assertThat(said(DirectoryTree.list(ALL, wish(Set.of(), Set.of(), "没有"))))
                .isEmpty();
    }

    @Test
    void whatThisPostMayNotSeeIsListedWithALock() {
        Wish open = wish(Set.of(), Set.of(), "公园");
        Wish shut = new Wish(open.path(), c -> !c.equals(PARK), Set.of(), "", Set.of(), "公园");
        assertThat(said(DirectoryTree.list(ALL, shut))).containsExactly("芳草街 · 公园!");
    }

    private static Wish wish(Set<CameraId> favourites, Set<String> turned, String typed) {
        return new Wish(
                c -> {
                    List<Step> path = new ArrayList<>();
                    path.add(c.equals(PARK) ? new Step("north", "North") : new Step("south", "South"));
                    if (c.equals(BRIDGE)) {
                        path.add(new Step("gates", "Gates"));
                    }
                    return path;
                },
                _ -> true,
                favourites,
                "Favourites",
                turned,
                typed);
    }

    private static List<String> said(Listing listing) {
        return listing.rows().stream()
                .map(r -> switch (r) {
                    case DirectoryRow.Branch b ->
                        " ".repeat(b.depth()) + (b.open() ? "+" : "-") + b.name() + " " + b.online() + "/" + b.all();
                    case DirectoryRow.Leaf l ->
                        " ".repeat(l.depth())
                                + l.camera().name()
                                + (l.favourite() ? "*" : "")
                                + (l.viewed() ? "" : "!");
                })
                .toList();
    }

    private static Camera camera(String id, String name, boolean online) {
        return new Camera(
                new CameraId(id),
                name,
                new Position(104, 30),
                new Camera.View(0, 60, "ball"),
                List.of(),
                new CameraState(online, false));
    }
}
