package org.yiping.server;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.automation.Planning;
import org.yiping.domain.casework.CaseRules;
import org.yiping.server.access.Roster;
import org.yiping.server.command.Alarms;
import org.yiping.server.command.Automation;
import org.yiping.server.command.CaseTimer;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.command.Receipts;
import org.yiping.server.command.Recognisers;
import org.yiping.server.command.Rulebook;
import org.yiping.server.command.RulesInForce;
import org.yiping.server.command.Shifts;
import org.yiping.server.command.WallFiles;
import org.yiping.server.command.WallKeeper;
import org.yiping.server.data.Entry;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Rows;

/// What the platform does by itself as time passes: ends suspensions, lets rules act, follows dispatches,
/// raises alarms, changes the rules in force, ends what nobody judged, gives the wall's tiles back. `follow` on
/// the writer's thread, `tick` on a thread of its own.
record Keepers(
        CaseTimer timer,
        Automation automation,
        Receipts receipts,
        Alarms alarms,
        Shifts shifts,
        RulesInForce inForce,
        Recognisers recognisers,
        WallKeeper wall,
        Consumer<CommandDesk> wallFiles) {
    private static final Logger LOG = LoggerFactory.getLogger(Keepers.class);

    /// What they look at.
    record Ground(
            Rows rows,
            JournalReader journal,
            Rulebook book,
            CaseRules rules,
            Roster roster,
            Recognisers recognisers,
            WallFiles wallFiles) {}

    /// Who is reached, and how.
    record Means(Receipts.Means receipts, Alarms.Means alarms) {}

    static Keepers of(Ground ground, Means means, Clock clock) {
        Rulebook book = ground.book();
        Planning planning = new Planning(book.workflow(), book.catalogues(), book.zone(), ground.roster()::departments);
        return new Keepers(
                new CaseTimer(ground.rows(), clock),
                new Automation(ground.rows(), book, ground.rules(), planning, clock),
                new Receipts(ground.rows(), book, means.receipts(), clock),
                new Alarms(new Alarms.Ground(ground.rows(), ground.journal()), book, means.alarms(), clock),
                new Shifts(ground.rows(), ground.journal(), book.workflow(), clock),
                new RulesInForce(ground.rows(), book, clock),
                ground.recognisers(),
                new WallKeeper(ground.rows(), book, clock),
                desk -> ground.wallFiles().tick(desk, book));
    }

    void follow(List<Entry> entries) {
        timer.follow(entries);
        automation.follow(entries);
        receipts.follow(entries);
        alarms.follow(entries);
        shifts.follow(entries);
        recognisers.follow(entries);
        wall.follow(entries);
    }

    /// Looks what is due and does it.
    void tick(CommandDesk desk) {
        List<Consumer<CommandDesk>> all = List.of(
                inForce::tick,
                timer::tick,
                automation::tick,
                receipts::tick,
                alarms::tick,
                shifts::tick,
                recognisers::tick,
                wallFiles,
                wall::tick);
        for (Consumer<CommandDesk> keeper : all) {
            try {
                keeper.accept(desk);
            } catch (RuntimeException e) {
                LOG.error("what is due could not be looked through", e);
            }
        }
    }
}
