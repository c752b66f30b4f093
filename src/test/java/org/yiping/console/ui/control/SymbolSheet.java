package org.yiping.console.ui.control;

// long because the sheet shows every control in every state

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Notices;
import org.yiping.console.settings.Theme;

/// Every control in every state on one sheet, to be held beside the design's own sheet.
final class SymbolSheet {
    private final Messages m;
    private final boolean zh;
    private TextField focused = new TextField();

    SymbolSheet(Messages messages) {
        m = messages;
        zh = !messages.locale().get().getLanguage().equals("en");
    }

    private String t(String chinese, String english) {
        return zh ? chinese : english;
    }

    Region root(Theme theme) {
        HBox first = row(marks(), types(theme));
        HBox second = row(caseRows(), lights(), buttons());
        HBox third = row(caseHead(), notices(), figures());
        VBox root = new VBox(bar(), first, second, third, status());
        root.setSpacing(8);
        return root;
    }

    Node focusTarget() {
        return focused;
    }

    private static HBox row(Region... panels) {
        HBox row = new HBox(panels);
        row.setSpacing(8);
        for (Region panel : panels) {
            HBox.setHgrow(panel, Priority.ALWAYS);
            panel.setMaxHeight(Double.MAX_VALUE);
        }
        row.setStyle("-fx-padding: 0 1em 0 1em;");
        return row;
    }

    private VBox panel(String title, String note, Node... content) {
        Label head = label(title, "t-name");
        HBox line = new HBox(head, label(note, "t-second"));
        line.setStyle("-fx-spacing: 0.6em; -fx-alignment: baseline-left;");
        VBox box = new VBox(line);
        box.getChildren().addAll(content);
        box.getStyleClass().add("panel");
        box.setStyle("-fx-padding: 0.9em 1.1em 0.9em 1.1em; -fx-spacing: 0.6em;");
        return box;
    }

    static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private Region bar() {
        HBox bar = new HBox();
        bar.getStyleClass().add("top-bar");
        Label brand = label(t("一屏", "Yiping"), "brand");
        brand.setGraphic(new BrandMark());
        bar.getChildren().add(brand);
        for (String word : List.of(t("工作台", "Workbench"), t("地图", "Map"), t("大屏", "Wall"))) {
            var tab = new javafx.scene.control.ToggleButton(word);
            tab.getStyleClass().add("window-tab");
            tab.setSelected(bar.getChildren().size() == 1);
            bar.getChildren().add(tab);
        }
        bar.getChildren().addAll(spring(), Tag.of(Tag.Kind.TOP_URGENT, m), label("10:42:18", "t-clock"));
        return bar;
    }

    private VBox marks() {
        GridPane grid = new GridPane();
        grid.setStyle("-fx-hgap: 1.6em; -fx-vgap: 0.9em;");
        int y = 1;
        for (MarkShape shape : MarkShape.values()) {
            grid.add(label(m.get(shape.key()), "t-body"), 0, y);
            int x = 1;
            for (MarkLight light : MarkLight.values()) {
                grid.add(label(m.get(light.key()), "t-second"), x, 0);
                HBox three = new HBox();
                three.setStyle("-fx-spacing: 0.8em; -fx-alignment: center-left;");
                for (int size : new int[] {14, 20, 34}) {
                    CaseMark mark = new CaseMark(m, size);
                    mark.show(shape, light);
                    three.getChildren().add(mark);
                }
                grid.add(three, x++, y);
            }
            y++;
        }
        return panel(t("案件标记", "Case marks"), "14 / 20 / 34 px", grid);
    }

    private VBox types(Theme theme) {
        VBox scale = new VBox();
        scale.getChildren()
                .addAll(
                        label(t("11 时间", "11 age"), "t-age"),
                        label(t("12 次要", "12 second"), "t-second"),
                        label(t("13 正文", "13 body"), "t-body"),
                        label(t("14 案名", "14 name"), "t-name"),
                        label(t("16 时钟", "16 clock"), "t-clock"),
                        label(t("20 案题", "20 title"), "t-title"),
                        label(t("24 倒计时", "24 countdown"), "t-count"),
                        label(t("28 指标", "28 figure"), "t-figure"));
        HBox grades = new HBox();
        grades.setStyle("-fx-spacing: 0.4em;");
        for (String grade : List.of("a", "b", "c", "d", "e")) {
            grades.getChildren().add(label(grade.toUpperCase(java.util.Locale.ROOT), "grade", grade));
        }
        return panel(t("字级", "Type"), States.word(theme), scale, grades);
    }

    private VBox caseRows() {
        VBox rows = new VBox();
        rows.getChildren()
                .addAll(
                        caseRow(
                                MarkShape.CIRCLE,
                                t("无照经营游商", "Unlicensed vendor"),
                                "",
                                running(295, 900),
                                List.of(),
                                false),
                        caseRow(
                                MarkShape.SQUARE,
                                t("污水井盖", "Sewer cover"),
                                t("移位，有安全隐患", "displaced"),
                                running(144, 900),
                                List.of(Tag.of(Tag.Kind.URGENT, m)),
                                false),
                        caseRow(
                                MarkShape.CIRCLE,
                                t("道路积水", "Flooded road"),
                                t("积水逾 100 m²", "over 100 m²"),
                                running(-131, 900),
                                List.of(Tag.of(Tag.Kind.SUPERVISED, m), Tag.of(Tag.Kind.TOP_URGENT, m)),
                                false),
                        caseRow(MarkShape.CIRCLE, t("暴露垃圾", "Exposed rubbish"), "", running(100, 900), List.of(), true),
                        caseRow(
                                MarkShape.SQUARE,
                                t("行道树", "Street tree"),
                                t("挂账至 2027-03-12", "held to 2027-03-12"),
                                new Countdown.Held(Duration.ofDays(108), 0.4),
                                List.of(),
                                false),
                        caseRow(
                                MarkShape.CIRCLE,
                                t("店外经营", "Trading outside"),
                                t("断网后陈旧", "stale"),
                                new Countdown.Unknown(),
                                List.of(Tag.similar(2, m)),
                                false));
        return panel(t("案件行", "Case rows"), "54 px", rows);
    }

    private static Countdown running(long left, long limit) {
        return new Countdown.Running(Duration.ofSeconds(left), Duration.ofSeconds(limit));
    }

    private Region caseRow(
            MarkShape shape, String name, String criterion, Countdown time, List<Tag> tags, boolean pending) {
        CaseMark mark = new CaseMark(m, 20);
        mark.show(shape, time.light());
        HBox line1 = new HBox(label(name, "t-name"), label(criterion, "t-second"));
        line1.getChildren().addAll(tags);
        HBox line2 = new HBox(label(t("玉林街 · 玉林东路口北 50 m", "Yulin St, 50 m north"), "t-second"));
        line1.getStyleClass().add("line");
        line2.getStyleClass().add("line");
        VBox lines = new VBox(line1, line2);
        lines.getStyleClass().add("lines");
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox row = new HBox(mark, lines);
        row.getStyleClass().add("case-row");
        if (pending) {
            PendingNote note = new PendingNote(m);
            note.show(t("派遣中", "Dispatching"), Duration.ofSeconds(3));
            row.getChildren().add(note);
        } else {
            CountdownLabel words = new CountdownLabel(m);
            words.show(time);
            LimitBar bar = new LimitBar(m);
            bar.show(time);
            HBox below = new HBox(Icons.of(Icons.COLLECTOR, Icons.Size.ROW), bar);
            below.getStyleClass().add("line");
            HBox above = new HBox(words);
            above.getStyleClass().add("line");
            VBox times = new VBox(above, below);
            times.getStyleClass().add("times");
            row.getChildren().add(times);
        }
        PendingOverlay overlay = new PendingOverlay();
        overlay.show(pending);
        StackPane cell = new StackPane(row, overlay);
        cell.getStyleClass().addAll("list-cell", "bare");
        return cell;
    }

    private VBox lights() {
        VBox box = new VBox();
        box.setStyle("-fx-spacing: 0.5em;");
        for (Countdown each : List.of(
                running(11560, 20000),
                running(144, 900),
                running(-131, 900),
                new Countdown.Held(Duration.ofDays(108), 0.4),
                new Countdown.Untimed(),
                new Countdown.Workdays(1, 0.5))) {
            CountdownLabel words = new CountdownLabel(m);
            words.getStyleClass().add("card");
            words.setStyle("-fx-alignment: center-left; -fx-pref-width: 7em;");
            words.show(each);
            LimitBar bar = new LimitBar(m);
            bar.getStyleClass().add("wide");
            bar.show(each);
            HBox.setHgrow(bar, Priority.ALWAYS);
            HBox line = new HBox(words, bar);
            line.setStyle("-fx-alignment: center-left; -fx-spacing: 0.6em;");
            box.getChildren().add(line);
        }
        FlowPane ages = flow();
        for (int s : new int[] {1, 126, 1800}) {
            DataAge age = new DataAge(m);
            age.show(Duration.ofSeconds(s), Duration.ofSeconds(60), false);
            ages.getChildren().add(age);
        }
        ages.getChildren()
                .addAll(new SimulatedTag(SimulatedTag.What.SHORT, m), new SimulatedTag(SimulatedTag.What.CITY, m));
        FlowPane tags = flow();
        for (Tag.Kind kind : Tag.Kind.values()) {
            tags.getChildren().add(Tag.of(kind, m));
        }
        tags.getChildren().add(Tag.similar(2, m));
        return panel(t("时限灯与倒计时", "Lights and countdowns"), "", box, ages, tags);
    }

    private static FlowPane flow(Node... nodes) {
        FlowPane flow = new FlowPane(nodes);
        flow.setStyle("-fx-hgap: 0.9em; -fx-vgap: 0.7em; -fx-row-valignment: center;");
        flow.setPrefWrapLength(380);
        return flow;
    }

    private VBox buttons() {
        KeyButton dispatch = new KeyButton(m, "sheet/dispatch", t("派遣", "Dispatch"), "Ctrl ↵", () -> {}).primary();
        KeyButton refuse = new KeyButton(m, "sheet/back", t("回退", "Send back"), "B", () -> {});
        KeyButton supervise = new KeyButton(m, "sheet/supervise", t("督办", "Supervise"), "", () -> {});
        supervise.forbid(t("值班长、领导可用", "for the shift leader"));
        KeyButton force = new KeyButton(m, "sheet/force", t("强制结案", "Force close"), "", () -> {}).danger();
        KeyButton plain = new KeyButton(m, "sheet/text", t("文字按钮", "Text button"), "", () -> {}).flat();
        KeyButton sending = new KeyButton(m, "sheet/sending", t("提交中", "Sending"), "", () -> {});
        sending.pending(true);
        CustomTextField search = new CustomTextField();
        search.setPromptText(t("拼音、编号、电话", "Name, number, phone"));
        HBox glass = new HBox(Icons.of(Icons.FIND, Icons.Size.CONTROL));
        glass.getStyleClass().add("field-icon");
        glass.setStyle("-fx-alignment: center;");
        search.setLeft(glass);
        focused = new TextField("yljg");
        TextField wrong = new TextField(t("延期 0 小时", "Extend 0 h"));
        wrong.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), true);
        Label error = label(t("须大于 0，至多 2 次", "Above 0, at most twice"), "field-error");
        error.setGraphic(Icons.of(Icons.FIELD_ERROR, Icons.Size.ROW));
        Chip cases = new Chip("sheet/cases", t("案件", "Cases"));
        cases.count(9);
        cases.setSelected(true);
        Chip cameras = new Chip("sheet/cameras", t("摄像头", "Cameras"));
        cameras.count(1284903);
        Chip street = Chip.removable("sheet/street", t("街道：玉林", "Street: Yulin"), m, () -> {});
        CheckBox on = new CheckBox(t("选中", "On"));
        on.setSelected(true);
        RadioButton radio = new RadioButton(t("单选", "One"));
        radio.setSelected(true);
        HBox fields = new HBox(search, focused, wrong);
        fields.setStyle("-fx-spacing: 0.8em;");
        PanelHeader header = new PanelHeader(m, t("待派遣", "To dispatch"));
        header.count(23);
        header.age().show(Duration.ofSeconds(1), Duration.ofSeconds(60), false);
        header.meta(t("推送", "push"));
        header.action(new IconButton("sheet/filter", Icons.FILTER, t("筛选", "Filter"), () -> {}));
        header.action(new IconButton("sheet/wall", Icons.TO_WALL, t("上大屏", "To the wall"), () -> {}));
        PanelFrame frame = new PanelFrame(header, new SheetTable(m).view());
        return panel(
                t("按钮与输入", "Buttons and fields"),
                "",
                flow(dispatch, refuse, supervise, force, plain, sending),
                fields,
                error,
                flow(cases, cameras, street, on, new CheckBox(), radio, new RadioButton()),
                frame);
    }

    private VBox caseHead() {
        CaseMark mark = new CaseMark(m, 28);
        mark.show(MarkShape.SQUARE, MarkLight.SOON);
        CountdownLabel time = new CountdownLabel(m);
        time.getStyleClass().add("large");
        time.show(running(144, 900));
        HBox head = new HBox(
                mark,
                label(t("污水井盖", "Sewer cover"), "t-title"),
                Tag.of(Tag.Kind.URGENT, m),
                new SimulatedTag(SimulatedTag.What.CASE, m),
                spring(),
                time);
        head.setStyle("-fx-spacing: 0.7em; -fx-alignment: center-left;");
        StagePath path = new StagePath(m);
        path.show(2, List.of("10:21", "10:29", t("待派遣", "waiting")));
        Photo photo = new Photo(t("处置后照片", "Photo after"));
        photo.missing(t("处置后照片：未产生", "Photo after: not yet taken"));
        photo.setStyle("-fx-pref-width: 14em; -fx-pref-height: 8.5em; -fx-min-width: 14em;");
        VBox timeline = new VBox(
                new TimelineRow("10:29:43", t("派遣计时开始", "Clock of dispatch starts"), t("限 15 分", "limit 15 min")),
                new TimelineRow(
                        "10:29:42",
                        t("立案", "Filed"),
                        t(
                                "值班长 何志远 · 条件：缺失、移位或破裂，有安全隐患 · 限 2 紧急工作时",
                                "shift leader, condition: missing, displaced or broken with danger, limit 2 urgent hours")),
                new TimelineRow("10:24:10", t("批转", "Passed on"), t("受理 02 席", "intake seat 02")));
        HBox.setHgrow(timeline, Priority.ALWAYS);
        HBox below = new HBox(photo, timeline);
        below.setStyle("-fx-spacing: 1em;");
        return panel(t("案件", "Case"), "", head, path, below);
    }

    private VBox notices() {
        Notices notices = new Notices(Fx.direct());
        notices.show(Notice.info("export", t("导出完成：待派遣_1042.xlsx，23 行", "Export done: 23 rows"))
                .with(new Notice.Action(t("打开", "Open"), false, () -> {})));
        notices.show(Notice.warning(
                        "unsent",
                        t("派遣未送出，已过 5 分钟有效期", "Dispatch not sent, its 5 minutes are over"),
                        t("玉林街 污水井盖 → 区排水处。断网期间未发，须您决定。", "Not sent while offline; you decide."),
                        "OUT-1003")
                .with(new Notice.Action(t("仍然派遣", "Dispatch anyway"), true, () -> {}))
                .with(new Notice.Action(t("放弃", "Drop"), false, () -> {})));
        notices.show(Notice.danger(
                "link",
                t("与平台断开 6 分钟", "Platform lost for 6 minutes"),
                t("屏上为 10:36:02 的数据。可继续登记，命令留在待发。", "Data of 10:36:02. You may go on."),
                "LNK-2004"));
        notices.show(Notice.info("more", "…"));
        return panel(t("提示", "Notices"), "", new NoticeStack(notices, m));
    }

    private VBox figures() {
        KpiCell rate = new KpiCell(m, "sheet/rate", t("按期处置率", "Handled on time"), () -> {});
        rate.show("97.4", "%", t("目标 ≥ 95 · 264 / 271", "Target ≥ 95 · 264 / 271"), KpiCell.Call.NONE);
        rate.trend(new double[] {95.4, 96, 96.6, 96.2, 97, 96.7, 97.4}, 95);
        rate.age().show(Duration.ofSeconds(1), Duration.ofSeconds(60), false);
        KpiCell over = new KpiCell(m, "sheet/over", t("已超时", "Overdue"), () -> {});
        over.show("6", t("件", ""), t("处置 4 · 派遣 2", "Handling 4 · dispatch 2"), KpiCell.Call.ALARM);
        over.trend(new double[] {2, 3, 2, 4, 3, 5, 6}, Double.NaN);
        KpiCell none = new KpiCell(m, "sheet/none", t("满意率", "Satisfied"), () -> {});
        none.unknown(t("无回访", "no calls"), t("分母 0，不写 0 %", "of none"));
        VBox states = new VBox(
                EmptyState.empty(t("此视图无案件。筛选：玉林街道 · 红灯", "No cases here. Filter: Yulin, red"))
                        .inline(),
                EmptyState.loading(1204, 8310, m).inline(),
                EmptyState.failed(t("图层未载入，旧图保留 · MAP-2107", "Layer not loaded, old one kept · MAP-2107"))
                        .inline());
        states.setStyle("-fx-spacing: 0.4em;");
        return panel(t("指标", "Figures"), "", rate, over, none, states);
    }

    private Region status() {
        HBox line = new HBox();
        line.getStyleClass().add("status-line");
        StatusItem link = new StatusItem("sheet/link", Icons.LINK_LIVE);
        link.show(t("平台已连接 · 往返 38 ms", "Platform connected · 38 ms"), StatusItem.State.LIVE);
        StatusItem oldest = new StatusItem("sheet/oldest", Icons.AGE_LATE);
        oldest.show(t("最旧数据：环卫车定位 2 分 06 秒", "Oldest: sweeper position 2 min 06 s"), StatusItem.State.LATE);
        StatusItem lost = new StatusItem("sheet/lost", Icons.LINK_LOST);
        lost.show(t("断开 10:36:02", "Lost 10:36:02"), StatusItem.State.LOST);
        line.getChildren().addAll(link, oldest, lost, spring(), new SimulatedTag(SimulatedTag.What.CITY, m));
        return line;
    }
}
