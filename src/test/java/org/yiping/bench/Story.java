package org.yiping.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// The way a case takes through the hall, as a list of actions of the default workflow. Together the ways touch every
/// row of the trade's transition table. Immutable; any thread.
record Story(List<Step> steps) {
    /// An action, the post that takes it and the row of the table it belongs to; 0 where the table has none.
    record Step(String action, String post, int row) {}

    private static final Map<String, Step> STEPS = """
            report collector 1
            register acceptor 2
            alarm acceptor 3
            send-verify acceptor 4
            verify-exists collector 5
            verify-absent collector 5
            reject acceptor 6
            pass acceptor 7
            file duty-leader 8
            return-to-accept duty-leader 9
            void duty-leader 10
            dispatch dispatcher 11
            return-to-file dispatcher 12
            request-void dispatcher 13
            void-approve duty-leader 13
            void-refuse duty-leader 13
            assign department 14
            unassign department 0
            hand-back department 15
            request-extension department 16
            extension-support duty-leader 17
            extension-object duty-leader 17
            extension-approve dispatcher 17
            extension-refuse dispatcher 17
            request-return department 18
            return-approve dispatcher 19
            return-refuse dispatcher 19
            request-suspension department 20
            suspension-approve dispatcher 21
            suspension-refuse dispatcher 21
            resume dispatcher 22
            finish department 23
            send-check acceptor 24
            check-pass collector 25
            check-fail collector 26
            close duty-leader 27
            supervise duty-leader 28
            reply department 0
            force-close administrator 29
            self-handle collector 30
            audit-pass acceptor 30
            audit-return acceptor 30
            """.lines()
            .map(l -> l.split(" "))
            .map(c -> new Step(c[0], c[1], Integer.parseInt(c[2])))
            .collect(Collectors.toUnmodifiableMap(Step::action, s -> s));

    static final int ROWS = 30;

    /// Half of the cases go straight; the other half take the detours in turn.
    private static final List<Story> ALL = List.of(
                    "register pass file dispatch assign finish send-check check-pass close",
                    "report pass file dispatch assign finish send-check check-pass close",
                    "register send-verify verify-exists pass file dispatch assign finish send-check check-pass close",
                    "alarm pass file dispatch assign finish send-check check-pass close",
                    "report pass return-to-accept pass file return-to-file file dispatch assign finish send-check check-pass close",
                    "report pass file dispatch assign hand-back assign finish send-check check-fail assign finish send-check check-pass close",
                    "register send-verify verify-absent reject",
                    "register pass void",
                    "alarm pass file request-void void-refuse dispatch assign unassign assign finish send-check check-pass close",
                    "register pass file request-void void-approve",
                    "report pass file dispatch request-extension extension-support extension-approve assign finish send-check check-pass close",
                    "register pass file dispatch assign request-extension extension-object request-extension extension-support"
                            + " extension-refuse finish send-check check-pass close",
                    "register pass file dispatch request-return return-approve dispatch request-return return-refuse assign finish"
                            + " send-check check-pass close",
                    "report pass file dispatch assign request-suspension suspension-approve resume finish send-check check-pass close",
                    "register pass file dispatch request-suspension suspension-refuse supervise reply assign finish send-check check-pass close",
                    "register pass supervise force-close",
                    "self-handle audit-pass",
                    "self-handle audit-return pass file force-close")
            .stream()
            .map(words ->
                    new Story(Arrays.stream(words.split(" ")).map(Story::step).toList()))
            .toList();

    private static final int STRAIGHT = 4;

    static Step step(String action) {
        Step step = STEPS.get(action);
        if (step == null) {
            throw new IllegalArgumentException("no such action: " + action);
        }
        return step;
    }

    static List<Story> all() {
        return ALL;
    }

    static Story draw(Random random) {
        return ALL.get(random.nextBoolean() ? random.nextInt(STRAIGHT) : random.nextInt(ALL.size()));
    }
}
