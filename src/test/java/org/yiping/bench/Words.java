package org.yiping.bench;

import java.util.List;
import java.util.Random;

/// What citizens say of a problem, made of the trade's words by seed. Stateless; any thread.
final class Words {
    private static final List<String> OPENINGS = List.of("市民反映", "群众来电称", "网格员巡查发现", "居民投诉", "路过市民发现", "商户反映");
    private static final List<String> WHERE =
            List.of("学校门口", "菜市场旁", "公交站台附近", "小区南门", "十字路口东侧", "地铁出口", "公园北侧", "医院对面", "河堤步道", "商业街");
    private static final List<String> WHAT = List.of("存在", "长期有", "今早出现", "多处", "再次发生", "疑似");
    private static final List<String> THEN =
            List.of("影响行人通行", "有异味扰民", "存在安全隐患", "请尽快处理", "希望现场核查", "已持续三天", "夜间尤其严重", "雨后更明显");

    private Words() {}

    static String of(String className, Random random) {
        return any(OPENINGS, random) + any(WHERE, random) + any(WHAT, random) + className + "问题，" + any(THEN, random)
                + "，" + any(THEN, random);
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
