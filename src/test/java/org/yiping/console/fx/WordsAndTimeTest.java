package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WordsAndTimeTest {
    private final Messages messages = new Messages(Locale.SIMPLIFIED_CHINESE);

    @Test
    void englishIsCompleteAndNoWordIsMissing() throws IOException {
        Properties zh = bundle("messages.properties");
        Properties en = bundle("messages_en.properties");
        assertThat(en.stringPropertyNames()).isEqualTo(zh.stringPropertyNames());
        for (String key : zh.stringPropertyNames()) {
            assertThat(arguments(en.getProperty(key))).as(key).isEqualTo(arguments(zh.getProperty(key)));
        }
    }

    @Test
    void numbersGetThinSpacesAndTextKeepsItsApostrophes() {
        assertThat(messages.get("control.loading", 1204, 8310L)).isEqualTo("载入 1\u2009204 / 8\u2009310，可先用");
        assertThat(messages.get("control.forbidden", "the leader's {0}")).isEqualTo("不可用：the leader's {0}");
        assertThat(Numbers.whole(-1_284_903)).isEqualTo("\u22121\u2009284\u2009903");
        assertThat(Numbers.decimal(97.36, 1)).isEqualTo("97.4");
        assertThat(Numbers.decimal(12_345.6, 1)).isEqualTo("12\u2009345.6");
    }

    @Test
    void anUnknownKeyShowsItself() {
        assertThat(messages.get("no" + ".such")).isEqualTo("⟦no.such⟧");
    }

    @Test
    void wordsFollowTheLanguage() {
        List<String> seen = new ArrayList<>();
        messages.text("control.tag.urgent").subscribe(words -> {
            seen.add(words);
        });
        messages.use(Locale.ENGLISH);
        assertThat(seen).containsExactly("紧急", "Urgent");
    }

    @Test
    void aTickThatFindsTheLastOneWaitingIsDropped() {
        List<Runnable> held = new ArrayList<>();
        AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
        Fx fx = new Fx() {
            @Override
            public void execute(Runnable task) {
                held.add(task);
            }

            @Override
            public void after(java.time.Duration delay, Runnable task) {
                held.add(task);
            }
        };
        Ticker ticker = new Ticker(fx, time::get);
        ticker.tick();
        ticker.tick();
        assertThat(held).hasSize(1);
        time.set(Instant.ofEpochSecond(7));
        held.removeFirst().run();
        assertThat(ticker.now().get()).isEqualTo(Instant.ofEpochSecond(7));
        ticker.tick();
        ticker.close();
        time.set(Instant.ofEpochSecond(9));
        held.removeFirst().run();
        assertThat(ticker.now().get()).isEqualTo(Instant.ofEpochSecond(7));
    }

    @Test
    void noticesStandGravestFirstThenNewestAndReplaceTheirOwnKind() {
        Notices notices = new Notices(Fx.direct());
        notices.show(Notice.info("a", "one"));
        notices.show(Notice.danger("b", "two", "", ""));
        notices.show(Notice.info("c", "three"));
        notices.show(Notice.info("a", "four"));
        assertThat(notices.all()).extracting(Notice::what).containsExactly("two", "four", "three");
        notices.dismiss("b");
        assertThat(notices.all()).extracting(Notice::id).containsExactly("a", "c");
    }

    @Test
    void aCancelledJobCallsNobody() {
        List<Runnable> held = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        Background background = new Background(held::add, Fx.direct());
        var job = background.run(() -> "result", seen::add, e -> seen.add("failed"));
        job.cancel();
        held.forEach(Runnable::run);
        assertThat(seen).isEmpty();
        background.run(() -> "result", seen::add, e -> seen.add("failed"));
        held.getLast().run();
        assertThat(seen).containsExactly("result");
    }

    @Test
    void everySubscriptionIsClosedEvenWhenOneFails() {
        List<String> closed = new ArrayList<>();
        Subscriptions bag = new Subscriptions();
        bag.add(() -> closed.add("first"));
        bag.add(() -> {
            throw new IllegalStateException("test");
        });
        bag.add(() -> closed.add("third"));
        bag.close();
        bag.close();
        assertThat(closed).containsExactly("third", "first");
    }

    @Test
    void theFontCoversTheWordsAndRareNames() throws IOException {
        java.awt.Font regular = Fonts.java2d(false, 13);
        java.awt.Font bold = Fonts.java2d(true, 13);
        String all = String.join(
                        "",
                        bundle("messages.properties").values().stream()
                                .map(Object::toString)
                                .toList())
                + "0123456789剩超停𠮷䶮濛≥·→";
        assertThat(regular.canDisplayUpTo(all)).isEqualTo(-1);
        assertThat(bold.canDisplayUpTo(all)).isEqualTo(-1);
        assertThat(regular.getFamily(Locale.ROOT)).isEqualTo(Fonts.FAMILY);
    }

    private static List<String> arguments(String pattern) {
        return java.util.regex.Pattern.compile("\\{\\d}")
                .matcher(pattern)
                .results()
                .map(java.util.regex.MatchResult::group)
                .sorted()
                .toList();
    }

    private static Properties bundle(String name) throws IOException {
        var in = Objects.requireNonNull(Messages.class.getResourceAsStream("/org/yiping/i18n/" + name));
        try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words;
        }
    }
}
