package org.yiping.console.ui.cases;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Workflow;

/// Every case with the views it is in, and how many each view has, kept change by change. One thread at a time.
///
/// A city has hundreds of thousands of cases and a view list is always on screen: counting anew at
/// every push would cost a scan each; this costs what changed. Lights turn by time alone, so `tick`
/// looks for those whose turn has come. What is asked of every case lies in arrays by slot.
final class CaseBook {
    private final SlotTable slots = new SlotTable(1 << 10);
    private @Nullable Case[] cases = new Case[1 << 10];
    private long[] masks = new long[1 << 10];
    private long[] dues = new long[1 << 10];
    private long[] turns = new long[1 << 10];
    private @Nullable Light[] lights = new Light[1 << 10];
    private @Nullable Workflow workflow;
    private List<DeskView> views = List.of();
    private int[] counts = {};

    /// Counts anew by these rules.
    void rule(Workflow by, List<DeskView> asked, Instant now) {
        workflow = by;
        views = asked;
        counts = new int[asked.size()];
        Arrays.fill(masks, 0);
        each(slot -> judge(slot, now));
    }

    /// Answers the slot.
    int put(Case value, Instant now) {
        int slot = slots.add(value.id());
        if (slot == cases.length) {
            int size = slot + slot / 2;
            cases = Arrays.copyOf(cases, size);
            masks = Arrays.copyOf(masks, size);
            dues = Arrays.copyOf(dues, size);
            turns = Arrays.copyOf(turns, size);
            lights = Arrays.copyOf(lights, size);
        }
        cases[slot] = value;
        judge(slot, now);
        return slot;
    }

    /// Answers the slot it had, or `SlotTable.NONE`.
    int gone(CaseId id) {
        int slot = slots.remove(id);
        if (slot != SlotTable.NONE) {
            recount(masks[slot], 0);
            masks[slot] = 0;
            cases[slot] = null;
        }
        return slot;
    }

    /// Tells the slots whose light turned since they were last looked at.
    void tick(Instant now, IntConsumer turned) {
        long at = now.toEpochMilli();
        for (int slot = 0; slot < slots.end(); slot++) {
            if (cases[slot] != null && turns[slot] <= at) {
                judge(slot, now);
                turned.accept(slot);
            }
        }
    }

    /// By view.
    List<Integer> counts() {
        return Arrays.stream(counts).boxed().toList();
    }

    int count(int view) {
        return view < counts.length ? counts[view] : 0;
    }

    int size() {
        return slots.size();
    }

    /// All slots are below it.
    int end() {
        return slots.end();
    }

    int slot(CaseId id) {
        return slots.find(id);
    }

    /// Puts the id of a case behind those in that table: the same object from turn to turn, whatever became of the
    /// case, so that telling two of them apart is quick.
    void append(int slot, SlotTable to) {
        to.append(slots, slot);
    }

    @Nullable
    Case at(int slot) {
        return cases[slot];
    }

    /// When the running clock of a case is due; the end of time where none runs.
    long due(int slot) {
        return dues[slot];
    }

    /// The light a case was last seen with.
    Light light(int slot) {
        Light light = lights[slot];
        return light == null ? Light.NONE : light;
    }

    boolean isIn(int slot, int view) {
        return (masks[slot] & 1L << view) != 0;
    }

    void each(IntConsumer consumer) {
        for (int slot = 0; slot < slots.end(); slot++) {
            if (cases[slot] != null) {
                consumer.accept(slot);
            }
        }
    }

    private void judge(int slot, Instant now) {
        Workflow by = workflow;
        if (by == null) {
            return;
        }
        Sight sight = Sight.of(Objects.requireNonNull(cases[slot]), by, now);
        long mask = 0;
        for (int i = 0; i < views.size(); i++) {
            if (views.get(i).takes().test(sight)) {
                mask |= 1L << i;
            }
        }
        recount(masks[slot], mask);
        masks[slot] = mask;
        dues[slot] = millis(sight.dueAt());
        turns[slot] = millis(sight.turnsAt());
        lights[slot] = sight.light();
    }

    /// Rounded up: a light that turns within a millisecond has turned after it.
    private static long millis(Instant at) {
        if (at.equals(Instant.MAX)) {
            return Long.MAX_VALUE;
        }
        long floor = at.toEpochMilli();
        return Instant.ofEpochMilli(floor).equals(at) ? floor : floor + 1;
    }

    private void recount(long before, long after) {
        for (long bits = before & ~after; bits != 0; bits &= bits - 1) {
            counts[Long.numberOfTrailingZeros(bits)]--;
        }
        for (long bits = after & ~before; bits != 0; bits &= bits - 1) {
            counts[Long.numberOfTrailingZeros(bits)]++;
        }
    }
}
