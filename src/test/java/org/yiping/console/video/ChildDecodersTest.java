package org.yiping.console.video;

// long because one child and its console are played through from the first order to the last beat

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Decoders in children of cardboard: what is said on the pipes, and what becomes of a child that dies or hangs.
class ChildDecodersTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<CardboardChild> started = new LinkedBlockingQueue<>();
    private boolean unstartable;
    private boolean slow;

    private ChildDecoders decoders;

    @BeforeEach
    void open() throws IOException {
        decoders = opened(2);
    }

    private ChildDecoders opened(int slotsEach) throws IOException {
        FrameFolder folder = FrameFolder.open();
        ScheduledExecutorService still = Executors.newSingleThreadScheduledExecutor();
        ChildDecoders made =
                new ChildDecoders(this::start, slotsEach, folder, new TapeFolder(folder.path()), threads, still);
        still.shutdownNow(); // the test looks itself
        return made;
    }

    private DecoderChild.Running start() throws IOException {
        if (unstartable) {
            throw new IOException("no such program");
        }
        CardboardChild child = new CardboardChild(threads);
        if (!slow) {
            child.say(new News.Ready("3.0"));
        }
        started.add(child);
        return child;
    }

    @AfterEach
    void close() {
        decoders.close();
        threads.shutdownNow();
    }

    @Test
    void aStreamIsOrderedAndItsPicturesAreTold() throws Exception {
        Ears ears = new Ears();
        Frames frames = decoders.frames(SIZE);
        Decoder decoder = decoders.create();
        decoder.play("http://camera/1", SIZE, frames, ears);
        CardboardChild child = next();
        Order.Play order = (Order.Play) child.order();
        assertThat(order.url()).isEqualTo("http://camera/1");
        Path file = order.frames();
        try (Frames written = Frames.open(file, order.size())) {
            int[] pixels = new int[SIZE.pixels()];
            Arrays.fill(pixels, 0xFF223344);
            Frames.Change change = written.publish(IntBuffer.wrap(pixels));
            child.say(new News.Shown(order.slot(), order.play(), change.isNew(), (float) change.difference()));
        }
        assertThat(ears.next()).isEqualTo("frame true");
        IntBuffer seen = IntBuffer.allocate(SIZE.pixels());
        assertThat(frames.copy(seen, 0)).isEqualTo(1);
        assertThat(seen.array()).containsOnly(0xFF223344);
        CompletableFuture<Long> bytes = new CompletableFuture<>();
        decoder.askBytes(bytes::complete);
        assertThat(child.order()).isEqualTo(new Order.Ask(order.slot()));
        child.say(new News.Bytes(order.slot(), order.play(), 4_711));
        assertThat(bytes.get(5, TimeUnit.SECONDS)).isEqualTo(4_711);
        frames.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void eighteenScreensWithACameraOnEachAreOneChild() throws Exception {
        decoders.close();
        decoders = opened(ChildDecoders.SLOTS);
        Frames frames = decoders.frames(SIZE);
        for (int i = 1; i <= 18; i++) {
            decoders.create().play("http://camera/" + i, SIZE, frames, new Ears());
        }
        CardboardChild child = next();
        for (int i = 1; i <= 18; i++) {
            assertThat(child.order()).isInstanceOf(Order.Play.class);
        }
        assertThat(started).isEmpty();
    }

    @Test
    void whatIsSaidOfAnEarlierStreamIsNotHeard() throws Exception {
        Ears earlier = new Ears();
        Ears later = new Ears();
        Frames frames = decoders.frames(SIZE);
        Decoder decoder = decoders.create();
        decoder.play("http://camera/1", SIZE, frames, earlier);
        decoder.play("http://camera/2", SIZE, frames, later);
        CardboardChild child = next();
        Order.Play first = (Order.Play) child.order();
        Order.Play second = (Order.Play) child.order();
        child.say(new News.Ended(first.slot(), first.play(), Picture.Fault.ENDED));
        child.say(new News.Ended(second.slot(), second.play(), Picture.Fault.UNREACHABLE));
        assertThat(later.next()).isEqualTo("ended UNREACHABLE");
        assertThat(earlier.said).isEmpty();
    }

    @Test
    void aChildThatDiesIsSaidToItsStreamsOnlyAndReplaced() throws Exception {
        List<Ears> ears = List.of(new Ears(), new Ears(), new Ears());
        List<Decoder> all = List.of(decoders.create(), decoders.create(), decoders.create());
        Frames frames = decoders.frames(SIZE);
        all.get(0).play("http://camera/0", SIZE, frames, ears.get(0));
        all.get(1).play("http://camera/1", SIZE, frames, ears.get(1));
        CardboardChild two = next();
        all.get(2).play("http://camera/2", SIZE, frames, ears.get(2));
        CardboardChild one = next();
        for (int i = 0; i < 2; i++) {
            Order.Play order = (Order.Play) two.order();
            two.say(new News.Shown(order.slot(), order.play(), true, 0));
            assertThat(ears.get(order.url().endsWith("0") ? 0 : 1).next()).isEqualTo("frame true");
        }
        two.die();
        assertThat(ears.get(0).next()).isEqualTo("ended DECODER");
        assertThat(ears.get(1).next()).isEqualTo("ended DECODER");
        all.get(0).play("http://camera/0", SIZE, frames, ears.get(0));
        // There is room beside the third.
        assertThat(one.order()).isInstanceOf(Order.Play.class);
        assertThat(one.order())
                .isInstanceOfSatisfying(
                        Order.Play.class, p -> assertThat(p.url()).isEqualTo("http://camera/0"));
        all.get(1).play("http://camera/1", SIZE, frames, ears.get(1));
        assertThat(next().order()).isInstanceOf(Order.Play.class);
        assertThat(ears.get(2).said).isEmpty();
    }

    @Test
    void aChildWithoutABeatIsKilledAndOneWithBeatsIsNot() throws Exception {
        Ears ears = new Ears();
        decoders.create().play("http://camera/1", SIZE, decoders.frames(SIZE), ears);
        CardboardChild child = next();
        Order.Play order = (Order.Play) child.order();
        child.say(new News.Ready("3.0"));
        for (int i = 0; i < 20; i++) {
            child.say(new News.Beat());
            child.say(new News.Shown(order.slot(), order.play(), false, 0));
            assertThat(ears.next()).isEqualTo("frame false");
            decoders.look();
        }
        assertThat(child.killed).isFalse();
        for (int i = 0; i < 6; i++) {
            decoders.look();
        }
        assertThat(child.killed).isTrue();
        assertThat(ears.next()).isEqualTo("ended DECODER");
    }

    @Test
    void aChildThatWorksAndDoesNotBeatIsShortOfProcessorsAndLives() throws Exception {
        Ears ears = new Ears();
        decoders.create().play("http://camera/1", SIZE, decoders.frames(SIZE), ears);
        CardboardChild child = next();
        Order.Play order = (Order.Play) child.order();
        child.say(new News.Shown(order.slot(), order.play(), false, 0));
        assertThat(ears.next()).isEqualTo("frame false");
        for (int i = 0; i < 58; i++) {
            child.worked = child.worked.plusMillis(i % 4 == 0 ? 10 : 0);
            decoders.look();
        }
        assertThat(child.killed).isFalse();
        for (int i = 0; i < 3; i++) {
            child.worked = child.worked.plusMillis(400);
            decoders.look();
        }
        assertThat(child.killed)
                .as("after half a minute it is no longer believed")
                .isTrue();
        assertThat(ears.next()).isEqualTo("ended DECODER");
    }

    @Test
    void childrenStartOneAfterAnotherAndWhatIsOrderedMeanwhileWaits() throws Exception {
        slow = true;
        Ears ears = new Ears();
        Frames frames = decoders.frames(SIZE);
        List<Decoder> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(decoders.create());
            all.get(i).play("http://camera/" + i, SIZE, frames, ears);
        }
        CardboardChild first = next();
        assertThat(((Order.Play) first.order()).url()).isEqualTo("http://camera/0");
        for (int i = 0; i < 30; i++) {
            decoders.look();
        }
        assertThat(started).isEmpty();
        first.say(new News.Ready("3.0"));
        CardboardChild second = next();
        assertThat(((Order.Play) second.order()).url()).isEqualTo("http://camera/2");
        assertThat(started).isEmpty();
        second.die();
        CardboardChild third = next();
        assertThat(((Order.Play) third.order()).url()).isEqualTo("http://camera/4");
        assertThat(first.killed).isFalse();
    }

    @Test
    void aChildThatTalksNonsenseIsKilled() throws Exception {
        Ears ears = new Ears();
        decoders.create().play("http://camera/1", SIZE, decoders.frames(SIZE), ears);
        CardboardChild child = next();
        child.toParent.write("# A fatal error has been detected".getBytes());
        child.toParent.flush();
        assertThat(ears.next()).isEqualTo("ended DECODER");
        assertThat(child.killed).isTrue();
    }

    @Test
    void aMissingLibraryIsToldToWhoeverPlays() throws Exception {
        slow = true;
        CompletableFuture<News> answer = decoders.begin();
        CardboardChild child = next();
        child.say(new News.Missing("Unable to load library 'vlc'"));
        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo(new News.Missing("Unable to load library 'vlc'"));
        Ears ears = new Ears();
        decoders.create().play("http://camera/1", SIZE, decoders.frames(SIZE), ears);
        child.order();
        child.say(new News.Missing("Unable to load library 'vlc'"));
        assertThat(ears.next()).isEqualTo("blind Unable to load library 'vlc'");
    }

    @Test
    void aLibraryThatIsInstalledMeanwhileIsFoundByItself() throws Exception {
        slow = true;
        Ears ears = new Ears();
        Frames frames = decoders.frames(SIZE);
        Decoder decoder = decoders.create();
        decoder.play("http://camera/1", SIZE, frames, ears);
        CardboardChild blind = next();
        blind.order();
        blind.say(new News.Missing("libvlc is not installed"));
        assertThat(ears.next()).isEqualTo("blind libvlc is not installed");
        for (int i = 0; i < 100; i++) {
            decoders.endIdle();
        }
        decoder.play("http://camera/1", SIZE, frames, ears);
        assertThat(blind.order()).as("not a process for every try").isInstanceOf(Order.Play.class);
        for (int i = 0; i < 40; i++) {
            decoders.endIdle();
        }
        assertThat(blind.order()).isInstanceOf(Order.End.class);
        assertThat(ears.said).as("it is still the library that is missing").isEmpty();
        decoder.play("http://camera/1", SIZE, frames, ears);
        CardboardChild seeing = next();
        Order.Play order = (Order.Play) seeing.order();
        blind.die();
        seeing.say(new News.Ready("3.0"));
        seeing.say(new News.Shown(order.slot(), order.play(), true, 0));
        assertThat(ears.next()).isEqualTo("frame true");
    }

    @Test
    void aProgramThatCannotBeStartedIsAFault() throws Exception {
        unstartable = true;
        Ears ears = new Ears();
        decoders.create().play("http://camera/1", SIZE, decoders.frames(SIZE), ears);
        assertThat(ears.next()).isEqualTo("ended DECODER");
    }

    @Test
    void ofIdleChildrenOneStays() throws Exception {
        List<Decoder> all = new ArrayList<>();
        Frames frames = decoders.frames(SIZE);
        for (int i = 0; i < 3; i++) {
            all.add(decoders.create());
            all.get(i).play("http://camera/" + i, SIZE, frames, new Ears());
        }
        List<CardboardChild> children = List.of(next(), next());
        List<CompletableFuture<Void>> released =
                all.stream().map(Decoder::release).toList();
        for (CardboardChild child : children) {
            Order order;
            while ((order = child.orders.poll(300, TimeUnit.MILLISECONDS)) != null) {
                if (order instanceof Order.Release(int slot)) {
                    child.say(new News.Released(slot));
                }
            }
        }
        CompletableFuture.allOf(released.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
        for (int i = 0; i < 70; i++) {
            decoders.endIdle();
        }
        long ended = 0;
        for (CardboardChild child : children) {
            ended += child.orders.poll(500, TimeUnit.MILLISECONDS) instanceof Order.End ? 1 : 0;
        }
        assertThat(ended).isEqualTo(1);
    }

    private CardboardChild next() throws InterruptedException {
        CardboardChild child = started.poll(5, TimeUnit.SECONDS);
        assertThat(child).isNotNull();
        return child;
    }

    private static final class Ears implements Decoder.Target {
        final BlockingQueue<String> said = new LinkedBlockingQueue<>();

        @Override
        public void frame(Frames.Change change) {
            said.add("frame " + change.isNew());
        }

        @Override
        public void ended(Picture.Fault why) {
            said.add("ended " + why);
        }

        @Override
        public void blind(String reason) {
            said.add("blind " + reason);
        }

        @Nullable
        String next() throws InterruptedException {
            return said.poll(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
