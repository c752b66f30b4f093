package org.yiping.console.ui.evaluation;

// long because the parts of the page are put together, and shown by turns, in one place

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Narrow;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.command.Aside;

/// Assessments (综合评价) and departments called to account (问责): editions or departments on the left,
/// scores with the map of grades or notices in the middle, and on the right what stands behind them,
/// what was said and what may be done, over the cases that were opened. FX thread.
public final class EvaluationPanel implements Panel {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final Duration PROMISE = Duration.ofSeconds(60);
    private static final String OBJECT = "object";
    private static final String APPEALS = "appeals";
    private static final String STEPS = "steps";
    private static final Choice NOTHING = new Choice("", "");

    private final Hall hall;
    private final EvaluationWords words;
    private final NamedCases cases;
    private final EvaluationModel model;
    private final AccountModel accounts;
    private final PanelHeader left;
    private final PanelHeader middle;
    private final PanelHeader right;
    private final EditionList editions;
    private final AccountList departments;
    private final RunForm runForm;
    private final ScoreTable scores;
    private final RegionView regions;
    private final NoticeList notices;
    private final ObjectView object;
    private final AppealView appeals;
    private final StepView steps;
    private final NoticeView notice;
    private final NoticeForm noticeForm;
    private final CasesView caseList;
    private final ComboBox<Choice> beside;
    private final Label basis = Nodes.cut("", "t-second");
    private final KeyButton toEditions;
    private final KeyButton toAccounts;
    private final KeyButton toAppeals;
    private final KeyButton fresh;
    private final KeyButton issue;
    private final Map<String, KeyButton> tabs = new LinkedHashMap<>();
    private final Map<String, Region> sheets = new LinkedHashMap<>();
    private final FlowPane tabRow = new FlowPane();
    private final Region scoresPart;
    private final Region runButtons;
    private final Region issueButtons;
    private final HBox root;
    private final Subscriptions subscriptions = new Subscriptions();
    private String tab = OBJECT;
    private boolean calling;
    private boolean writing;
    private boolean filling;
    private boolean refreshing;

    public EvaluationPanel(Desk desk, Hall hall) {
        this.hall = hall;
        words = new EvaluationWords(new Words(desk.stores(), hall.messages()), hall.messages());
        cases = new NamedCases(desk, hall, this::refresh);
        model = new EvaluationModel(desk, hall, cases, this::refresh);
        accounts = new AccountModel(desk, hall, this::refresh);
        left = header("evaluation.editions");
        middle = header("evaluation.scores");
        right = header("evaluation.sheet");
        editions = new EditionList(model, words);
        departments = new AccountList(accounts, words);
        runForm = new RunForm(model, desk, hall, words, () -> write(false));
        scores = new ScoreTable(model, hall.themes(), words);
        regions = new RegionView(model, desk, hall, words);
        notices = new NoticeList(accounts, hall, words);
        object = new ObjectView(model, words);
        appeals = new AppealView(model, cases, hall, words);
        steps = new StepView(model, cases, hall, words, this::again);
        notice = new NoticeView(accounts, cases, hall, words);
        noticeForm = new NoticeForm(accounts, model, hall, words, () -> write(false));
        caseList = new CasesView(cases, desk, hall, words, model.baskets(), this::whose);
        beside = Choice.box("evaluation/beside", words.text("evaluation.beside"));
        beside.valueProperty().subscribe(this::compare);
        toEditions = tab("mode-editions", "evaluation.mode-editions", "F2", () -> call(false));
        toAccounts = tab("mode-accounts", "evaluation.mode-accounts", "F4", () -> call(true));
        fresh = new KeyButton(hall.messages(), "evaluation/new", words.text("evaluation.new"), "Alt R", this::fresh);
        issue = new KeyButton(
                hall.messages(), "evaluation/new-notice", words.text("evaluation.new-notice"), "Alt I", () -> {
                    write(true);
                    noticeForm.begin();
                });
        sheets.put(OBJECT, object.root());
        sheets.put(APPEALS, appeals.root());
        sheets.put(STEPS, steps.root());
        tabs.put(OBJECT, tab("tab-object", "evaluation.tab-object", "F8", () -> show(OBJECT)));
        toAppeals = tab("tab-appeals", "evaluation.tab-appeals", "F10", () -> show(APPEALS));
        tabs.put(APPEALS, toAppeals);
        tabs.put(STEPS, tab("tab-steps", "evaluation.tab-steps", "F11", () -> show(STEPS)));
        tabRow.getChildren().addAll(tabs.values());
        tabRow.getStyleClass().addAll("action-flow", "evaluation-tabs");
        FlowPane modes = new FlowPane(toEditions, toAccounts);
        modes.getStyleClass().addAll("action-flow", "evaluation-tabs");
        runButtons = foot(fresh);
        issueButtons = foot(issue);
        StackPane lists = new StackPane(
                new VBox(Nodes.grow(editions.root()), runButtons),
                new VBox(Nodes.grow(departments.root()), issueButtons),
                runForm.root());
        PanelFrame leftFrame = new PanelFrame(left, new VBox(modes, Nodes.grow(lists)));
        leftFrame.getStyleClass().add("evaluation-left");
        Label held = Nodes.keep(words.text("evaluation.beside"), "t-second");
        VBox scored =
                new VBox(Nodes.row("evaluation-head", basis, Nodes.spring(), held, beside), Nodes.grow(scores.root()));
        scored.setMinHeight(0);
        PanelFrame middleFrame = new PanelFrame(middle, new StackPane(scored, notices.root()));
        scoresPart = scored;
        VBox column = Nodes.column("page-column", Nodes.grow(middleFrame), regions.root());
        column.getStyleClass().add("evaluation-middle");
        StackPane sheet = new StackPane();
        sheet.getChildren().addAll(sheets.values());
        sheet.getChildren().addAll(notice.root(), noticeForm.root());
        sheet.getStyleClass().add("evaluation-stack");
        PanelFrame rightFrame =
                new PanelFrame(right, Nodes.column("evaluation-right", tabRow, sheet, Nodes.grow(caseList.root())));
        rightFrame.getStyleClass().add("evaluation-side");
        root = Nodes.row("page-row", leftFrame, Nodes.grow(column), rightFrame);
        root.getStyleClass().add("page");
        Narrow.follow(root, hall);
        refresh();
    }

    private PanelHeader header(String key) {
        return new PanelHeader(hall.messages(), words.text(key));
    }

    private KeyButton tab(String id, String key, String cap, Runnable act) {
        KeyButton made = new KeyButton(hall.messages(), "evaluation/" + id, words.text(key), cap, act).low();
        made.getStyleClass().add("evaluation-tab");
        return made;
    }

    private static FlowPane foot(KeyButton button) {
        FlowPane foot = new FlowPane(button);
        foot.getStyleClass().addAll("action-flow", "evaluation-tabs");
        return foot;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        subscriptions.close();
        subscriptions.listen(hall.ticker().now(), this::tick);
        model.show();
        accounts.show();
        refresh();
    }

    @Override
    public void onHide() {
        subscriptions.close();
        accounts.hide();
        model.hide();
    }

    @Override
    public List<Action> actions() {
        return List.of(hall.action("evaluation/refresh", "evaluation.page", "evaluation.refresh", () -> {
                    model.again();
                    accounts.again();
                })
                .on(Key.of(KeyCode.F5)));
    }

    /// Assessments or accounts.
    private void call(boolean now) {
        if (calling != now) {
            calling = now;
            writing = false;
            cases.clear();
            refresh();
        }
    }

    /// A form stands in the place of what it is about.
    private void write(boolean now) {
        writing = now;
        refresh();
    }

    private void fresh() {
        write(true);
        runForm.begin(null);
    }

    /// Another edition of the open one.
    private void again() {
        write(true);
        runForm.begin(model.open().orElse(null));
    }

    private void show(String next) {
        tab = next;
        refresh();
    }

    /// Of whom cases are put aside.
    private String whose() {
        return calling
                ? accounts.row().map(r -> r.department().id().value()).orElse("")
                : model.score().map(Score::object).orElse("");
    }

    private void compare(Choice next) {
        if (!filling && next != null) {
            model.beside(next.code().isEmpty() ? null : new AssessmentId(next.code()));
        }
    }

    /// Everything is drawn from the models; what is drawn may tell them something, which draws no second time within.
    private void refresh() {
        if (root == null || refreshing) {
            return;
        }
        refreshing = true;
        try {
            draw();
        } finally {
            refreshing = false;
        }
    }

    private void draw() {
        modes();
        giveBack();
        if (calling) {
            departments.refresh();
            notices.refresh();
            notice.refresh();
            noticeForm.refresh();
        } else {
            editions.refresh();
            runForm.refresh();
            scores.refresh();
            comparisons();
            regions.refresh();
            object.refresh();
            appeals.refresh();
            steps.refresh();
        }
        caseList.refresh();
        heads();
    }

    private void modes() {
        toEditions.pseudoClassStateChanged(SELECTED, !calling);
        toAccounts.pseudoClassStateChanged(SELECTED, calling);
        Nodes.show(editions.root().getParent(), !calling && !writing);
        Nodes.show(runForm.root(), !calling && writing);
        Nodes.show(departments.root().getParent(), calling);
        Nodes.show(scoresPart, !calling);
        Nodes.show(notices.root(), calling);
        if (calling) {
            Nodes.show(regions.root(), false);
        }
        Nodes.show(tabRow, !calling);
        sheets.forEach((name, sheet) -> Nodes.show(sheet, !calling && name.equals(tab)));
        tabs.forEach((name, button) -> button.pseudoClassStateChanged(SELECTED, name.equals(tab)));
        Nodes.show(notice.root(), calling && !writing);
        Nodes.show(noticeForm.root(), calling && writing);
        long open = model.open()
                .map(a -> a.appeals().stream().filter(x -> x.decision() == null).count())
                .orElse(0L);
        toAppeals.words(
                open == 0 ? words.text("evaluation.tab-appeals") : words.text("evaluation.tab-appeals-open", open));
        fresh.forbid(model.mayRun());
        issue.forbid(accounts.refusal());
    }

    /// What was refused is written again where it stood.
    private void giveBack() {
        model.givenBack().ifPresent(c -> {
            if (AppealView.isHere(c)) {
                appeals.giveBack(c);
            } else {
                steps.giveBack(c);
            }
        });
        accounts.givenBack().ifPresent(c -> {
            if (c instanceof Aside.IssueNotice issued) {
                noticeForm.giveBack(issued);
            } else if (c instanceof Aside.AnswerNotice answer) {
                notice.giveBack(answer);
            }
        });
    }

    private void comparisons() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.text("evaluation.beside-none")));
        for (Assessment a : model.comparable()) {
            choices.add(new Choice(a.id().value(), words.edition(a)));
        }
        String now = model.beside().map(a -> a.id().value()).orElse("");
        filling = true;
        if (!beside.getItems().equals(choices)) {
            beside.getItems().setAll(choices);
        }
        if (!Objects.requireNonNullElse(beside.getValue(), NOTHING).code().equals(now) || beside.getValue() == null) {
            Choice.choose(beside, now);
        }
        filling = false;
        basis.setText(model.open().map(this::basis).orElse(""));
    }

    /// By what was judged, and what it was counted from.
    private String basis(Assessment a) {
        return words.text(
                a.yardstick().sample() ? "evaluation.basis-sample" : "evaluation.basis",
                a.yardstick().version(),
                words.stamp(a.at()));
    }

    private void heads() {
        String trouble = calling ? accounts.trouble() : model.trouble();
        left.title(words.text(calling ? "evaluation.accounts" : "evaluation.editions"));
        if (calling || model.isKnown()) {
            left.count(calling ? accounts.rows().size() : model.editions().size());
        } else {
            left.uncounted(); // unknown is not none
        }
        Assessment open = model.open().orElse(null);
        if (calling) {
            middle.title(accounts.row().map(r -> r.department().name()).orElse(words.text("evaluation.notices")));
            if (accounts.isKnown()) {
                middle.count(accounts.notices().size());
            } else {
                middle.uncounted();
            }
            middle.meta("");
        } else if (open == null) {
            middle.title(words.text("evaluation.scores"));
            middle.uncounted();
            middle.meta("");
        } else {
            middle.title(words.scheme(open.yardstick().scheme()));
            middle.count(open.scores().size());
            middle.meta(words.edition(open) + " · " + words.area(open));
        }
        middle.error(trouble);
        right.title(words.text(calling ? "evaluation.notice" : "evaluation.sheet"));
        age(hall.now());
    }

    private void age(Instant now) {
        boolean lost = !(calling ? accounts.trouble() : model.trouble()).isEmpty();
        (calling ? accounts.heard() : model.heard())
                .ifPresentOrElse(
                        at -> middle.age().show(Duration.between(at, now), PROMISE, lost),
                        () -> middle.age().unknown());
    }

    private void tick(Instant now) {
        model.tick();
        if (calling) {
            accounts.tick();
            notice.tick();
        } else {
            steps.tick();
            appeals.dress();
        }
        caseList.tick(now);
        age(now);
    }
}
