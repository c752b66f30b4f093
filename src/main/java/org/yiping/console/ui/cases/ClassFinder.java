package org.yiping.console.ui.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.text.Term;

/// Finds classes by typed words: Chinese, pinyin, its initials, English, a code. FX thread.
final class ClassFinder {
    private static final int MOST = 8;

    private List<Known> known = List.of();
    private @Nullable Catalogue catalogue;

    /// A class with what it is found by.
    private record Known(CaseClass value, String name, String all) {}

    /// The classes that hold every word, those whose own name does first.
    List<CaseClass> find(Catalogue now, String typed) {
        if (!now.equals(catalogue)) {
            catalogue = now;
            known = now.classes().stream().map(ClassFinder::known).toList();
        }
        List<Term> terms = Term.of(typed);
        List<Known> found = new ArrayList<>();
        for (Known k : known) {
            if (terms.stream().allMatch(t -> t.isIn(k.all()))) {
                found.add(k);
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(
                        (Known k) -> terms.stream().allMatch(t -> t.isIn(k.name())), Comparator.reverseOrder()))
                .limit(MOST)
                .map(Known::value)
                .toList();
    }

    private static Known known(CaseClass c) {
        String name = Term.plain(c.name() + " " + c.code().value());
        return new Known(c, name, name + " " + Term.plain(c.nameEnglish() + " " + c.major()));
    }
}
