package org.yiping.console.ui.wall.edit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.wall.WallMachine;
import org.yiping.domain.wall.WallRules.Decoding;
import org.yiping.domain.wall.WallRules.Pixels;
import org.yiping.domain.wall.WallRules.Room;
import org.yiping.domain.wall.WallRules.Survey;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallTeam;

/// What was measured of the room and the wall in it, by which type is sized and scenes are looked through. FX thread.
final class RoomForm {
    private static final Pattern PAIR = Pattern.compile("([0-9]{1,5})\\s*[x×,*]\\s*([0-9]{1,5})");

    private final Messages messages;
    private final Consumer<Room> put;

    RoomForm(Messages messages, Consumer<Room> put) {
        this.messages = messages;
        this.put = put;
    }

    /// `computers` are those of the wall as they have told.
    Region of(Room room, List<WallTeam.Computer> computers) {
        Survey s = room.known();
        Decoding decoding = s.decoding();
        String pictures = decoding == null ? "" : Integer.toString(decoding.pictures());
        VBox form = Nodes.column(
                "scene-room",
                Nodes.row(
                        "line",
                        field(
                                "room-last",
                                Fields.words(room.lastSeatMetres()),
                                t -> Fields.number(t, 1, 60)
                                        .map(v -> new Room(
                                                v, room.monitorMetres(), room.bezelMillimetres(), room.survey()))),
                        field(
                                "room-nearest",
                                words(s.nearestSeatMetres()),
                                t -> t.isEmpty()
                                        ? Optional.of(with(room, new Survey(s.monitors(), s.pixels(), null, decoding)))
                                        : Fields.number(t, 0.2, 60)
                                                .map(v ->
                                                        with(room, new Survey(s.monitors(), s.pixels(), v, decoding)))),
                        field(
                                "room-width",
                                millimetres(room.monitorMetres()),
                                t -> Fields.number(t, 200, 20_000)
                                        .map(v -> new Room(
                                                room.lastSeatMetres(),
                                                metres(v),
                                                room.bezelMillimetres(),
                                                room.survey()))),
                        field(
                                "room-bezel",
                                Fields.words(room.bezelMillimetres()),
                                t -> Fields.number(t, 0, 100)
                                        .map(v -> new Room(
                                                room.lastSeatMetres(), room.monitorMetres(), v, room.survey())))),
                Nodes.row(
                        "line",
                        field(
                                "room-monitors",
                                words(s.monitors()),
                                t -> t.isEmpty()
                                        ? Optional.of(with(
                                                room, new Survey(null, s.pixels(), s.nearestSeatMetres(), decoding)))
                                        : pair(t, 1, WallScene.MOST_CELLS)
                                                .map(p -> with(
                                                        room,
                                                        new Survey(
                                                                new WallScene.Grid(p[0], p[1]),
                                                                s.pixels(),
                                                                s.nearestSeatMetres(),
                                                                decoding)))),
                        field(
                                "room-pixels",
                                s.each().across() + " × " + s.each().down(),
                                t -> pair(t, 240, 20_000)
                                        .filter(p -> p[0] >= 320)
                                        .map(p -> with(
                                                room,
                                                new Survey(
                                                        s.monitors(),
                                                        new Pixels(p[0], p[1]),
                                                        s.nearestSeatMetres(),
                                                        decoding)))),
                        field(
                                "room-pictures",
                                pictures,
                                t -> t.isEmpty()
                                        ? Optional.of(with(room, with(s, null)))
                                        : Fields.whole(t, 0, 1000)
                                                .map(v -> with(
                                                        room,
                                                        with(
                                                                s,
                                                                new Decoding(
                                                                        v,
                                                                        decoding == null ? "?" : decoding.measured(),
                                                                        decoding == null ? null : decoding.mb()))))),
                        field(
                                "room-measured",
                                decoding == null ? "" : decoding.measured(),
                                t -> Optional.of(t)
                                        .filter(w -> !w.isEmpty() && decoding != null)
                                        .map(w -> with(
                                                room,
                                                with(
                                                        s,
                                                        new Decoding(
                                                                decoding == null ? 0 : decoding.pictures(),
                                                                w,
                                                                decoding == null ? null : decoding.mb()))))),
                        field(
                                "room-mb",
                                decoding == null || decoding.mb() == null ? "" : Integer.toString(decoding.mb()),
                                t -> (t.isEmpty() ? Optional.<Integer>of(0) : Fields.whole(t, 1, 4096))
                                        .filter(_ -> decoding != null)
                                        .map(v -> with(
                                                room,
                                                with(
                                                        s,
                                                        new Decoding(
                                                                decoding == null ? 0 : decoding.pictures(),
                                                                decoding == null ? "?" : decoding.measured(),
                                                                v == 0 ? null : v)))))));
        if (computers.isEmpty()) {
            form.getChildren().add(said(messages.get("scene.room-machine-none")));
        }
        computers.forEach(c -> form.getChildren().add(said(machine(c))));
        return form;
    }

    private static Label said(String words) {
        Label line = Nodes.label(words, "t-second");
        line.setWrapText(true);
        return line;
    }

    /// What a computer of the wall has told of itself.
    private String machine(WallTeam.Computer of) {
        WallMachine machine = of.machine();
        WallMachine.Measured m = of.measured();
        String can = messages.get("scene.room-machine-new");
        if (m != null) {
            Object[] said = {
                FindingWords.day(m.at()), m.small(), m.large(), megabytes(m.smallMb()), megabytes(m.largeMb())
            };
            boolean held = m.smallMb() != null && m.largeMb() != null;
            can = messages.get(held ? "scene.room-machine-can-mb" : "scene.room-machine-can", said);
        }
        return messages.get(
                "scene.room-machine",
                of.node().value(),
                machine == null ? "—" : Integer.toString(machine.processors()),
                machine == null || machine.memoryMb() == 0
                        ? "—"
                        : String.format(Locale.ROOT, "%.1f GB", machine.memoryMb() / 1024.0),
                can);
    }

    private static String megabytes(@Nullable Double mb) {
        return mb == null ? "—" : String.format(Locale.ROOT, "%.0f", mb);
    }

    private Region field(String name, String value, Function<String, Optional<Room>> made) {
        String words = messages.get("scene." + name);
        return Nodes.grow(Fields.labelled(words, Fields.text("scene/" + name, words, value, typed -> {
            Optional<Room> next = made.apply(typed);
            next.ifPresent(put);
            return next.isPresent();
        })));
    }

    private static Survey with(Survey s, @Nullable Decoding decoding) {
        return new Survey(s.monitors(), s.pixels(), s.nearestSeatMetres(), decoding);
    }

    /// What says nothing more than a room without a survey is one.
    private static Room with(Room room, Survey survey) {
        return new Room(
                room.lastSeatMetres(),
                room.monitorMetres(),
                room.bezelMillimetres(),
                survey.equals(Survey.NONE) ? null : survey);
    }

    private static Optional<int[]> pair(String typed, int least, int most) {
        Matcher m = PAIR.matcher(typed.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        int[] pair = {Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))};
        return pair[0] >= least && pair[0] <= most && pair[1] >= least && pair[1] <= most
                ? Optional.of(pair)
                : Optional.empty();
    }

    private static String words(@Nullable Double value) {
        return value == null ? "" : Fields.words(value);
    }

    private static String words(WallScene.@Nullable Grid grid) {
        return grid == null ? "" : grid.columns() + " × " + grid.rows();
    }

    private static String millimetres(double metres) {
        return BigDecimal.valueOf(metres).movePointRight(3).stripTrailingZeros().toPlainString();
    }

    private static double metres(double millimetres) {
        return BigDecimal.valueOf(millimetres).movePointLeft(3).doubleValue();
    }
}
