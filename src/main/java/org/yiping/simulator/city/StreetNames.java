package org.yiping.simulator.city;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Names for invented streets: two characters and a word for the kind, none of them in the source. Confined to one thread.
final class StreetNames {
    private static final String FIRST = "锦云榆桐竹梅枫荷松榕青澄晴霁听知栖沐芷蕙禾稻茶棠槐柏";
    private static final String SECOND = "澜屏溪坞坡渡塘径荫里湾园台泉岸汀畔陌圃苑庭舟帆笙弦砚";
    private static final String[] MID = {"路", "大道", "街"};
    private static final String[] MINOR = {"巷", "街", "横街", "里", "弄", "一巷", "二巷", "南街", "北街"};

    private final RandomGenerator random;
    private final Set<String> used = new HashSet<>();

    StreetNames(RandomGenerator random) {
        this.random = random;
    }

    String next(Rank rank) {
        String[] kinds = rank == Rank.MID ? MID : MINOR;
        while (true) {
            String name = stem() + kinds[random.nextInt(kinds.length)];
            if (used.add(name)) {
                return name;
            }
        }
    }

    /// Two characters, for areas too.
    String stem() {
        int a = random.nextInt(FIRST.length());
        int b = random.nextInt(SECOND.length());
        return FIRST.substring(a, a + 1) + SECOND.charAt(b);
    }
}
