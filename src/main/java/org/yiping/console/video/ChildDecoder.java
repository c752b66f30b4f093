package org.yiping.console.video;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A decoder in some child process, in another one when that has ended. Any thread.
final class ChildDecoder implements Decoder {
    private final int slot;
    private final ChildDecoders children;
    private int plays;
    private @Nullable DecoderChild child;
    private @Nullable Target target;
    private @Nullable LongConsumer asks;
    private @Nullable CompletableFuture<Void> released;
    private volatile String url = "";
    private volatile boolean shown;

    ChildDecoder(int slot, ChildDecoders children) {
        this.slot = slot;
        this.children = children;
    }

    @Override
    public synchronized void play(String url, FrameSize size, Frames frames, Target teller) {
        plays++;
        this.url = url;
        shown = false;
        target = teller;
        asks = null;
        Path file = frames.file();
        if (file == null) {
            throw new IllegalArgumentException("frames no other process can see");
        }
        DecoderChild before = child;
        DecoderChild mine = children.place(this, before);
        if (before != null && before != mine) { // among others no more
            before.order(new Order.Release(slot));
        }
        child = mine;
        mine.order(new Order.Play(slot, plays, file, size, url));
    }

    @Override
    public synchronized void stop() {
        target = null;
        asks = null;
        if (child != null) {
            child.order(new Order.Stop(slot));
        }
    }

    @Override
    public synchronized void hold(boolean still) {
        order(new Order.Hold(slot, still));
    }

    @Override
    public synchronized void step() {
        order(new Order.Step(slot));
    }

    private void order(Order of) {
        if (child != null && target != null) {
            child.order(of);
        }
    }

    @Override
    public synchronized void askBytes(LongConsumer answer) {
        // One that was not answered yet is not asked again: supervision asks five times a second.
        boolean first = asks == null;
        asks = answer;
        if (first && child != null && target != null) {
            child.order(new Order.Ask(slot));
        }
    }

    @Override
    public synchronized CompletableFuture<Void> release() {
        target = null;
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (child == null) {
            done.complete(null);
        } else {
            released = done;
            child.order(new Order.Release(slot));
        }
        return done;
    }

    int slot() {
        return slot;
    }

    synchronized boolean isPlaying() {
        return target != null;
    }

    /// What it plays or played last; it may hold a password.
    String url() {
        return url;
    }

    /// Whether that has brought a picture.
    boolean hasShown() {
        return shown;
    }

    void heard(DecoderChild from, News news) {
        switch (news) {
            case News.Shown picture -> {
                Target of = targetOf(from, picture.play());
                if (of != null) {
                    shown = true;
                    of.frame(new Frames.Change(picture.isNew(), picture.difference()));
                }
            }
            case News.Ended ended -> {
                Target of = targetOf(from, ended.play());
                if (of != null) {
                    of.ended(ended.why());
                }
            }
            case News.Bytes bytes -> {
                LongConsumer of = asker(from, bytes.play());
                if (of != null) {
                    of.accept(bytes.total());
                }
            }
            case News.Released _ -> over(from);
            case News.Missing(String reason) -> {
                Target of = anyTarget(from);
                if (of != null) {
                    of.blind(reason);
                }
            }
            case News.Ready _, News.Beat _ -> {}
        }
    }

    /// The child has died.
    void bereft(DecoderChild of) {
        Target lost = anyTarget(of);
        if (leaves(of) && lost != null) {
            lost.ended(Picture.Fault.DECODER);
        }
    }

    /// It sits there no more, and nobody is told; false where it did not.
    boolean leaves(DecoderChild of) {
        synchronized (this) {
            if (child != of) {
                return false;
            }
            child = null;
            asks = null;
        }
        over(of);
        return true;
    }

    private void over(DecoderChild from) {
        CompletableFuture<Void> done;
        synchronized (this) {
            done = released;
            released = null;
        }
        if (done != null) {
            children.leave(this, from);
            done.complete(null);
        }
    }

    private synchronized @Nullable Target targetOf(DecoderChild from, int play) {
        return child == from && plays == play ? target : null;
    }

    private synchronized @Nullable Target anyTarget(DecoderChild from) {
        return child == from ? target : null;
    }

    private synchronized @Nullable LongConsumer asker(DecoderChild from, int play) {
        if (child != from || plays != play) {
            return null;
        }
        LongConsumer of = asks;
        asks = null;
        return of;
    }
}
