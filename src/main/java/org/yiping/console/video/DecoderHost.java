package org.yiping.console.video;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The inside of a decoder child: carries out orders with decoders of this process and tells what comes of it. One
/// thread reads the orders; news may come from any.
final class DecoderHost {
    private static final Logger log = LoggerFactory.getLogger(DecoderHost.class);

    private final DataInputStream orders;
    private final DataOutputStream news;
    private final Map<Integer, Slot> slots = new HashMap<>();

    private record Slot(Decoder decoder, Playing playing) {}

    private record Playing(int play, @Nullable Frames frames) {
        static final Playing NOTHING = new Playing(0, null);

        void close() {
            if (frames != null) {
                frames.close();
            }
        }
    }

    DecoderHost(InputStream orders, OutputStream news) {
        this.orders = new DataInputStream(new BufferedInputStream(orders));
        this.news = new DataOutputStream(new BufferedOutputStream(news));
    }

    /// Serves until told to end; false when the orders ended by themselves, because nobody is left who gives them.
    boolean serve(Decoders decoders) throws IOException {
        return serve(order -> carryOut(order, decoders));
    }

    /// With nothing to decode with: says so at every wish.
    boolean serveNothing(String reason) throws IOException {
        tell(new News.Missing(reason));
        return serve(order -> {
            switch (order) {
                case Order.Play _ -> tell(new News.Missing(reason));
                case Order.Release(int slot) -> tell(new News.Released(slot));
                case Order.Stop _, Order.Ask _, Order.Hold _, Order.Step _, Order.End _ -> {}
            }
        });
    }

    private boolean serve(Consumer<Order> work) throws IOException {
        while (true) {
            Order order;
            try {
                order = Order.read(orders);
            } catch (EOFException _) {
                return false;
            }
            if (order instanceof Order.End) {
                return true;
            }
            work.accept(order);
        }
    }

    /// A console that cannot be told anything is gone; the end of the orders says the same.
    void tell(News said) {
        synchronized (news) {
            try {
                said.write(news);
                news.flush();
            } catch (IOException e) {
                log.debug("nobody listens: {}", e.toString());
            }
        }
    }

    private void carryOut(Order order, Decoders decoders) {
        switch (order) {
            case Order.Play play -> play(play, decoders);
            case Order.Stop(int slot) -> {
                Slot of = slots.get(slot);
                if (of != null) {
                    of.decoder.stop();
                    replace(slot, of, Playing.NOTHING);
                }
            }
            case Order.Ask(int slot) -> {
                Slot of = slots.get(slot);
                if (of != null) {
                    int play = of.playing.play;
                    of.decoder.askBytes(total -> tell(new News.Bytes(slot, play, total)));
                }
            }
            case Order.Hold(int slot, boolean still) -> {
                Slot of = slots.get(slot);
                if (of != null) {
                    of.decoder.hold(still);
                }
            }
            case Order.Step(int slot) -> {
                Slot of = slots.get(slot);
                if (of != null) {
                    of.decoder.step();
                }
            }
            case Order.Release(int slot) -> {
                Slot of = slots.remove(slot);
                if (of == null) {
                    tell(new News.Released(slot));
                } else {
                    of.playing.close(); // a decoder slow to end must not write where the next one does
                    var _ = of.decoder.release().whenComplete((_, _) -> tell(new News.Released(slot)));
                }
            }
            case Order.End() -> {}
        }
    }

    private void play(Order.Play order, Decoders decoders) {
        Slot slot = slots.computeIfAbsent(order.slot(), _ -> new Slot(decoders.create(), Playing.NOTHING));
        Frames frames;
        try {
            frames = Frames.open(order.frames(), order.size());
        } catch (NoSuchFileException _) {
            // Whoever wanted it has left again.
            return;
        } catch (IOException e) {
            log.warn("no room for pictures: {}", e.toString());
            tell(new News.Ended(order.slot(), order.play(), Picture.Fault.DECODER));
            return;
        }
        slot.decoder.play(order.url(), order.size(), frames, new Teller(order.slot(), order.play()));
        replace(order.slot(), slot, new Playing(order.play(), frames));
    }

    /// The earlier frames may be closed at once: a decoder that still writes into them writes nothing.
    private void replace(int number, Slot slot, Playing next) {
        slots.put(number, new Slot(slot.decoder, next));
        slot.playing.close();
    }

    private final class Teller implements Decoder.Target {
        private final int slot;
        private final int play;

        Teller(int slot, int play) {
            this.slot = slot;
            this.play = play;
        }

        @Override
        public void frame(Frames.Change change) {
            tell(new News.Shown(slot, play, change.isNew(), (float) change.difference()));
        }

        @Override
        public void ended(Picture.Fault why) {
            tell(new News.Ended(slot, play, why));
        }

        @Override
        public void blind(String reason) {
            tell(new News.Missing(reason));
        }
    }
}
