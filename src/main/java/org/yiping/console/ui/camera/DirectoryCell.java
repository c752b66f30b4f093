package org.yiping.console.ui.camera;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.ToWall;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraState;

/// One row of the directory: a branch with its count, or a camera with its state in sign and word, why and since when,
/// its star, and a lock where this post may not see it; whatever the row has no room for is said to the pointer. FX
/// thread.
final class DirectoryCell extends ListCell<DirectoryRow> {
    private static final String STAR = "mdi2s-star";
    private static final String NO_STAR = "mdi2s-star-outline";

    private final CameraDirectory directory;
    private final Label branchIndent = Nodes.keep("");
    private final FontIcon fold = Icons.of(Icons.FOLDED, Icons.Size.ROW);
    private final Label branchName = Nodes.cut("", "t-strong");
    private final Label count = Nodes.keep("", "t-second");
    private final HBox branch = Nodes.row("plain-row", branchIndent, fold, branchName, Nodes.spring(), count);

    private final Label indent = Nodes.keep("");
    private final FontIcon icon = Icons.of(Icons.CAMERA, Icons.Size.ROW);
    private final Label street = Nodes.cut("", "t-body");
    private final Label spot = Nodes.cut("", "t-second");
    private final Label detail = Nodes.cut("", "t-second");
    private final Label state = Nodes.keep("", "t-second");
    private final Tooltip tip = new Tooltip();
    private final FontIcon star = Icons.of(NO_STAR, Icons.Size.ROW);
    private final StackPane starHit = new StackPane(star);
    private final HBox second = Nodes.row("directory-line", spot, Nodes.spring(), state);
    private final VBox lines = new VBox(street, second, detail);
    private final HBox leaf = Nodes.row("plain-row", indent, icon, Nodes.grow(lines), starHit);

    DirectoryCell(CameraDirectory directory) {
        this.directory = directory;
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        leaf.getStyleClass().add("directory-leaf");
        branch.getStyleClass().add("directory-branch");
        starHit.getStyleClass().add("directory-star");
        starHit.setAccessibleRole(AccessibleRole.BUTTON);
        starHit.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && getItem() instanceof DirectoryRow.Leaf shown) {
                directory.star(shown.camera().id());
                e.consume();
            }
        });
        branch.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && getItem() instanceof DirectoryRow.Branch shown) {
                directory.fold(shown, !shown.open());
            }
        });
        setOnDragDetected(e -> {
            if (getItem() instanceof DirectoryRow.Leaf shown && shown.viewed()) {
                startDragAndDrop(TransferMode.COPY)
                        .setContent(ToWall.content(shown.camera().id()));
                e.consume();
            }
        });
        getStyleClass().add("bare");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DirectoryRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        switch (isEmpty ? null : row) {
            case null -> {
                setGraphic(null);
                setTooltip(null);
            }
            case DirectoryRow.Branch b -> {
                branchIndent.setText(indent(b.depth()));
                Icons.change(fold, b.open() ? Icons.UNFOLDED : Icons.FOLDED);
                branchName.setText(b.name());
                count.setText(b.online() + " / " + b.all());
                setAccessibleText(directory.text("directory.branch", b.name(), b.online(), b.all()));
                setTooltip(null);
                setGraphic(branch);
            }
            case DirectoryRow.Leaf l -> show(l);
        }
    }

    private static String indent(int depth) {
        return "\u2002".repeat(depth);
    }

    private void show(DirectoryRow.Leaf row) {
        Camera c = row.camera();
        CameraState now = c.state();
        CameraName name = CameraName.of(c.name());
        indent.setText(indent(row.depth()));
        Nodes.show(indent, row.depth() > 0);
        street.setText(name.street());
        spot.setText(name.spot());
        String why = row.viewed() ? directory.detail(now) : directory.text("directory.locked");
        detail.setText(why);
        Nodes.show(detail, !why.isEmpty());
        Icons.change(icon, row.viewed() ? DirectoryWords.icon(now) : Icons.LOCKED);
        String share = directory.poorShare(c.id());
        String today = directory.today(c.id());
        state.setText(share.isEmpty() ? directory.state(now) : directory.state(now) + " · " + share);
        state.getStyleClass().removeAll("t-muted", "t-red", "t-yellow");
        state.getStyleClass()
                .add(
                        switch (DirectoryWords.code(now)) {
                            case CameraState.ONLINE, CameraState.UNKNOWN -> "t-muted";
                            case CameraState.OFFLINE -> "t-red";
                            default -> "t-yellow";
                        });
        boolean pending = directory.isPending(c.id());
        Icons.change(star, pending ? Icons.PENDING : row.favourite() ? STAR : NO_STAR);
        String stars = directory.text(
                pending ? "directory.star-pending" : row.favourite() ? "directory.unstar" : "directory.star");
        starHit.setAccessibleText(stars + " " + c.name());
        String whole = Stream.of(c.name(), directory.state(now), today, why)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        setAccessibleText(whole);
        tip.setText(whole);
        setTooltip(tip);
        setGraphic(leaf);
    }
}
