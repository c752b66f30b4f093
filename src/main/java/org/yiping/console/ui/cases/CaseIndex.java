package org.yiping.console.ui.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Report;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.text.GramIndex;
import org.yiping.text.Term;

/// Finds cases by what is written on them: number, class, address, description, caller. One thread at a time.
///
/// Only what this person is shown is known here: a masked caller came masked from the platform and is found by what is
/// left of the name and the number. Most changes of a case change none of its words and cost a comparison.
final class CaseIndex {
    private static final int NONE = -1;
    /// As many dead texts as living ones, and these, before the index is written anew.
    private static final int WASTE = 20_000;

    /// What a class is called: its code and its names.
    private final Function<Case, List<String>> classWords;
    private final Map<ClassCode, Integer> classes = new HashMap<>();
    private final List<List<String>> classTexts = new ArrayList<>();
    private GramIndex texts = new GramIndex();
    private int living;
    /// By slot: its text, its class.
    private int[] textOf = {};
    private int[] classOf = {};
    /// By text: its slot.
    private int[] slotOf = {};

    CaseIndex(Function<Case, List<String>> classWords) {
        this.classWords = classWords;
    }

    /// Classes are called otherwise from now on.
    void renameClasses(CaseBook book) {
        classes.clear();
        classTexts.clear();
        book.each(slot -> classOf[slot] = classNumber(Objects.requireNonNull(book.at(slot))));
    }

    /// A case came or changed. Answers whether it may be found by other words than before.
    boolean put(int slot, @Nullable Case before, Case value) {
        if (slot >= textOf.length) {
            int from = textOf.length;
            textOf = Arrays.copyOf(textOf, slot + slot / 2 + 64);
            classOf = Arrays.copyOf(classOf, textOf.length);
            Arrays.fill(textOf, from, textOf.length, NONE);
        }
        if (before != null && textOf[slot] != NONE && saysTheSame(before, value)) {
            return false;
        }
        remove(slot);
        classOf[slot] = classNumber(value);
        write(slot, value);
        return true;
    }

    void remove(int slot) {
        if (slot < textOf.length && textOf[slot] != NONE) {
            slotOf[textOf[slot]] = NONE;
            textOf[slot] = NONE;
            living--;
        }
    }

    /// Gives back the room of words nobody has any more, if that is worth it.
    void tidy(CaseBook book) {
        if (texts.size() > 2 * living + WASTE) {
            texts = new GramIndex();
            living = 0;
            book.each(slot -> write(slot, Objects.requireNonNull(book.at(slot))));
        }
    }

    /// The slots of the cases that hold every word.
    BitSet find(List<Term> terms, CaseBook book) {
        BitSet all = new BitSet();
        for (int i = 0; i < terms.size(); i++) {
            BitSet found = find(terms.get(i), book);
            if (i == 0) {
                all = found;
            } else {
                all.and(found);
            }
        }
        return all;
    }

    boolean matches(List<Term> terms, int slot, Case value) {
        List<String> parts = parts(value);
        List<String> named = classTexts.get(classOf[slot]);
        return terms.stream()
                .allMatch(
                        t -> parts.stream().anyMatch(t::isIn) || named.stream().anyMatch(t::isIn));
    }

    private BitSet find(Term term, CaseBook book) {
        GramIndex.Found found = texts.find(term);
        BitSet slots = new BitSet(book.end());
        // plain loops: a letter is in tens of thousands of texts
        for (int text = found.certain().nextSetBit(0);
                text >= 0;
                text = found.certain().nextSetBit(text + 1)) {
            if (slotOf[text] != NONE) {
                slots.set(slotOf[text]);
            }
        }
        BitSet named = new BitSet();
        for (int i = 0; i < classTexts.size(); i++) {
            named.set(i, classTexts.get(i).stream().anyMatch(term::isIn));
        }
        if (!named.isEmpty()) {
            for (int slot = 0; slot < book.end(); slot++) {
                if (textOf[slot] != NONE && named.get(classOf[slot])) {
                    slots.set(slot);
                }
            }
        }
        for (int text = found.possible().nextSetBit(0);
                text >= 0;
                text = found.possible().nextSetBit(text + 1)) {
            int slot = slotOf[text];
            if (slot != NONE && !slots.get(slot) && says(Objects.requireNonNull(book.at(slot)), term)) {
                slots.set(slot);
            }
        }
        return slots;
    }

    private static boolean says(Case value, Term term) {
        for (String part : parts(value)) {
            if (term.isIn(part)) {
                return true;
            }
        }
        return false;
    }

    private void write(int slot, Case value) {
        int text = texts.add(parts(value));
        if (text >= slotOf.length) {
            slotOf = Arrays.copyOf(slotOf, text + text / 2 + 64);
        }
        slotOf[text] = slot;
        textOf[slot] = text;
        living++;
    }

    private int classNumber(Case value) {
        return classes.computeIfAbsent(value.subject().classCode(), _ -> {
            classTexts.add(classWords.apply(value).stream().map(Term::plain).toList());
            return classTexts.size() - 1;
        });
    }

    private static List<String> parts(Case value) {
        Report report = value.report();
        List<String> parts = new ArrayList<>(6);
        parts.add(Term.plain(value.head().number().value()));
        parts.add(Term.plain(value.place().address()));
        parts.add(Term.plain(value.subject().description()));
        if (report.externalNumber() != null) {
            parts.add(Term.plain(report.externalNumber()));
        }
        if (report.caller() != null) {
            parts.add(Term.plain(report.caller().name()));
            parts.add(report.caller().phone());
        }
        return parts;
    }

    private static boolean saysTheSame(Case a, Case b) {
        return a.head().number().equals(b.head().number())
                && a.subject().classCode().equals(b.subject().classCode())
                && a.subject().description().equals(b.subject().description())
                && a.place().address().equals(b.place().address())
                && Objects.equals(a.report().externalNumber(), b.report().externalNumber())
                && Objects.equals(a.report().caller(), b.report().caller());
    }
}
