package org.yiping.console.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.yiping.console.fx.Background;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notices;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.fx.Remembered;
import org.yiping.console.fx.Sounds;
import org.yiping.console.fx.Themes;
import org.yiping.console.fx.Ticker;

/// What every window of one program shares: its thread, its second, its words, its dress, its notices, its workers.
/// See each for its thread rule. `sorter` is one thread beside the JavaFX thread, for what is sorted and searched as
/// the operator types: it never waits behind other work.
public record Hall(
        Fx fx,
        Ticker ticker,
        Messages messages,
        Themes themes,
        Notices notices,
        Background background,
        InstantSource own,
        PaintProbe paint,
        Executor sorter,
        Remembered remembered,
        Sounds sounds) {
    private static final int DAY_BEGINS = 7;
    private static final int NIGHT_BEGINS = 20;

    /// The seat's choice of how loud this shift is; its own, because a night hall is quiet.
    public String volumeChoice() {
        int hour = own.instant().atZone(ZoneId.systemDefault()).getHour();
        return hour >= DAY_BEGINS && hour < NIGHT_BEGINS ? "sound.day" : "sound.night"; // not a message
    }

    /// 0 … 100.
    public int volume() {
        String choice = volumeChoice();
        String kept = remembered.now().get().choices().get(choice);
        try {
            return kept == null ? (choice.endsWith("day") ? 60 : 30) : Math.clamp(Integer.parseInt(kept), 0, 100);
        } catch (NumberFormatException _) {
            return 30;
        }
    }

    /// Is heard at this shift's volume.
    public void play(Sounds.Sound sound) {
        sounds.play(sound, volume());
    }

    /// The same, and at least so loud.
    public void play(Sounds.Sound sound, int least) {
        sounds.play(sound, Math.max(least, volume()));
    }

    /// An action whose words are ours, by their keys.
    public Action action(String id, String group, String words, Runnable act, Object... args) {
        return Action.of(id, messages.get(group), messages.get(words, args), act)
                .also(messages.inOtherLanguage(words, args));
    }

    /// Which key does what at this seat.
    public KeyMap keys() {
        return new KeyMap(remembered);
    }

    /// A feed whose sink draws on the FX thread what it is told.
    public <K> Feed<K> feed(Consumer<Set<K>> sink) {
        return new Feed<>(fx, paint.debt(), sink);
    }

    /// A feed whose sink has it worked out by `sorter` and says when that is drawn; see `Feed`.
    public <K> Feed<K> feedBeside(BiConsumer<Set<K>, Runnable> sink) {
        return Feed.beside(fx, paint.debt(), sink);
    }

    /// This machine's own time, to say how far it is off.
    public Instant ownTime() {
        return own.instant();
    }

    /// The platform's time of this second: every countdown on screen is computed with it.
    public Instant now() {
        return ticker.now().get();
    }
}
