package org.yiping.console.video;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.camera.CameraId;

/// Decoders in child processes: what crashes one of them costs its tiles a second and the console nothing. Any thread.
///
/// A child is started when the others are full and ends when it has had nothing to do for a while; one stays, so that
/// the next camera need not wait for a process to start. One starts at a time: many that must start anew at once would
/// keep each other, and the windows, from the processors.
final class ChildDecoders implements Decoders, DecoderChild.Ears {
    /// A grid of sixteen is one child, and so is a wall of eighteen screens with a camera on each. Fewer in each would
    /// cost a process's memory more often, more would lose more tiles at once when one crashes.
    static final int SLOTS = 18;

    private static final Logger log = LoggerFactory.getLogger(ChildDecoders.class);
    private static final long LOOK_MILLIS = 500;

    /// In looks: half a minute.
    private static final int IDLE_LOOKS = 60;

    private static final int SWEEP_LOOKS = 10;
    /// In looks: so long a decoder lives that dies of none of its streams.
    private static final int HARMLESS_LOOKS = 120;

    /// In looks: a child that found no libvlc finds none as long as it lives, and somebody may install it.
    private static final int BLIND_LOOKS = 120;

    private final DecoderChild.Launch launch;
    private final int slotsEach;
    private final FrameFolder folder;
    private final TapeFolder tapes;
    private final Executor threads;
    private final ScheduledFuture<?> looking;
    private final CompletableFuture<News> answer = new CompletableFuture<>();
    private final Map<DecoderChild, Crew> crews = new HashMap<>();
    private final Suspects suspects = new Suspects();
    private final Queue<DecoderChild> unstarted = new ArrayDeque<>();
    private @Nullable DecoderChild starting;
    private int slots;
    private int looks;
    private boolean closed;

    /// Who sits in a child, how many may, for how many looks nobody has, how old it is in looks, and whether it has
    /// nothing to decode with.
    private static final class Crew {
        final Map<Integer, ChildDecoder> members = new HashMap<>();
        int most;
        int idle;
        int age;
        boolean blind;

        Crew(int most) {
            this.most = most;
        }
    }

    ChildDecoders(
            DecoderChild.Launch launch,
            int slotsEach,
            FrameFolder folder,
            TapeFolder tapes,
            Executor threads,
            ScheduledExecutorService timer) {
        this.launch = launch;
        this.slotsEach = slotsEach;
        this.folder = folder;
        this.tapes = tapes;
        this.threads = threads;
        looking = timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized Decoder create() {
        return new ChildDecoder(++slots, this);
    }

    @Override
    public Frames frames(FrameSize size) throws IOException {
        return folder.frames(size);
    }

    @Override
    public Optional<Tape> tape(Frames frames, @Nullable CameraId of) {
        return Optional.ofNullable(frames.file()).map(file -> tapes.tape(file, of));
    }

    @Override
    public void close(Tape tape) {
        tapes.close(tape);
    }

    /// Starts the first child unless there is one. Answers with what the first that speaks says of libvlc: `Ready` or
    /// `Missing`.
    CompletableFuture<News> begin() {
        synchronized (this) {
            if (crews.isEmpty() && !closed) {
                start(slotsEach);
            }
        }
        return answer;
    }

    /// Where it may play what it is about to: where it is, if its stream is no danger to those beside it, else in the
    /// fullest child that has room, so that others may empty and end. Streams that a decoder may have died of sit
    /// with few of their kind or alone.
    synchronized DecoderChild place(ChildDecoder decoder, @Nullable DecoderChild now) {
        int most = suspects.most(decoder.url(), slotsEach);
        Crew own = now == null ? null : crews.get(now);
        if (now != null && own != null && own.most <= most) {
            return now;
        }
        if (own != null) {
            own.members.remove(decoder.slot());
        }
        DecoderChild child = crews.entrySet().stream()
                .filter(e -> e.getValue().most == most && e.getValue().members.size() < most)
                .max(Comparator.comparingInt(e -> e.getValue().members.size()))
                .map(Map.Entry::getKey)
                .orElseGet(() -> start(most));
        Crew crew = crews.get(child);
        if (crew != null) {
            crew.members.put(decoder.slot(), decoder);
            crew.idle = 0;
        }
        return child;
    }

    synchronized void leave(ChildDecoder decoder, DecoderChild child) {
        Crew crew = crews.get(child);
        if (crew != null) {
            crew.members.remove(decoder.slot());
        }
    }

    private DecoderChild start(int most) {
        DecoderChild child = new DecoderChild(launch, threads, this);
        crews.put(child, new Crew(most));
        unstarted.add(child);
        if (starting == null) {
            startNext();
        }
        return child;
    }

    private void startNext() {
        starting = unstarted.poll();
        if (starting != null) {
            starting.start();
        }
    }

    /// It has started, or never will.
    private synchronized void started(DecoderChild child) {
        if (child == starting) {
            startNext();
        }
    }

    @Override
    public void heard(DecoderChild child, News news) {
        if (news instanceof News.Ready || news instanceof News.Missing) {
            started(child);
        }
        switch (news) {
            case News.Ready(String version) -> {
                if (answer.complete(news)) {
                    log.info("libvlc {}", version);
                }
            }
            case News.Missing(String reason) -> {
                if (answer.complete(news)) {
                    log.warn("no libvlc, cameras will show no picture: {}", reason);
                }
                blind(child);
                members(child).forEach(member -> member.heard(child, news));
            }
            case News.OfSlot of -> tell(child, of.slot(), news);
            case News.Beat() -> {}
        }
    }

    private synchronized void blind(DecoderChild child) {
        Crew crew = crews.get(child);
        if (crew != null) {
            crew.blind = true;
        }
    }

    private void tell(DecoderChild child, int slot, News news) {
        ChildDecoder member;
        synchronized (this) {
            Crew crew = crews.get(child);
            member = crew == null ? null : crew.members.get(slot);
        }
        if (member != null) {
            member.heard(child, news);
        }
    }

    @Override
    public void gone(DecoderChild child) {
        List<ChildDecoder> bereft = members(child);
        List<ChildDecoder> playing =
                bereft.stream().filter(ChildDecoder::isPlaying).toList();
        boolean expected;
        synchronized (this) {
            crews.remove(child);
            expected = closed;
            if (!expected) {
                suspects.died(playing);
            }
        }
        if (!bereft.isEmpty() && !expected) {
            log.warn("a decoder ended, {} streams are played anew", bereft.size());
        }
        bereft.forEach(member -> member.bereft(child));
        started(child);
    }

    private synchronized List<ChildDecoder> members(DecoderChild child) {
        Crew crew = crews.get(child);
        return crew == null ? List.of() : List.copyOf(crew.members.values());
    }

    void look() {
        List<DecoderChild> all;
        synchronized (this) {
            all = List.copyOf(crews.keySet());
        }
        all.forEach(DecoderChild::look);
        endIdle();
        if (++looks % SWEEP_LOOKS == 0) {
            tapes.sweep();
        }
    }

    void endIdle() {
        List<DecoderChild> idle = new ArrayList<>();
        Map<DecoderChild, Crew> blind = new HashMap<>();
        synchronized (this) {
            crews.forEach((child, crew) -> {
                crew.age++;
                if (crew.age == HARMLESS_LOOKS) {
                    crew.most = slotsEach;
                    crew.members.values().forEach(m -> suspects.lived(m.url()));
                }
                crew.idle = crew.members.isEmpty() ? crew.idle + 1 : 0;
                if (crew.blind && crew.age >= BLIND_LOOKS) {
                    blind.put(child, crew);
                } else if (crew.idle > IDLE_LOOKS && idle.size() < crews.size() - 1) {
                    idle.add(child);
                }
            });
            idle.forEach(crews::remove);
            blind.keySet().forEach(crews::remove);
        }
        idle.forEach(child -> child.order(new Order.End()));
        // Whoever sits there is still told that there is nothing, and plays in another child the next time.
        blind.forEach((child, crew) -> {
            child.order(new Order.End());
            crew.members.values().forEach(member -> member.leaves(child));
        });
    }

    @Override
    public void close() {
        looking.cancel(false);
        List<DecoderChild> all;
        synchronized (this) {
            closed = true;
            unstarted.clear();
            all = List.copyOf(crews.keySet());
        }
        all.forEach(DecoderChild::kill);
        folder.close();
    }
}
