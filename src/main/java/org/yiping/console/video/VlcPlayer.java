package org.yiping.console.video;

import java.util.OptionalInt;
import uk.co.caprica.vlcj.binding.internal.libvlc_callback_t;
import uk.co.caprica.vlcj.binding.internal.libvlc_event_e;
import uk.co.caprica.vlcj.binding.internal.libvlc_event_manager_t;
import uk.co.caprica.vlcj.binding.internal.libvlc_media_player_t;
import uk.co.caprica.vlcj.binding.internal.libvlc_media_stats_t;
import uk.co.caprica.vlcj.binding.lib.LibVlc;
import uk.co.caprica.vlcj.media.MediaRef;

/// One of libvlc's players, by libvlc's own functions. vlcj's player has itself told all that happens, the time of
/// each stream four times a second among it, and what it makes of that in Java takes a tenth of what decoding does;
/// here two events are told. Used from one thread at a time, never from one of libvlc's.
///
/// The fields keep what libvlc calls from being collected.
final class VlcPlayer {
    private final libvlc_media_player_t player;
    private final libvlc_callback_t ends;
    private final libvlc_callback_t fails;
    private MediaRef media;

    /// Told on a thread of libvlc's, which must not be kept waiting nor be called back.
    interface Ears {
        /// It is through.
        void finished();

        /// It cannot be had.
        void failed();
    }

    /// Made for its first medium; takes it over.
    VlcPlayer(MediaRef first, VlcSurface surface, Ears ears) {
        media = first;
        player = LibVlc.libvlc_media_player_new_from_media(first.mediaInstance());
        if (player == null) {
            throw new IllegalStateException("libvlc makes no player");
        }
        ends = (_, _) -> ears.finished();
        fails = (_, _) -> ears.failed();
        libvlc_event_manager_t events = LibVlc.libvlc_media_player_event_manager(player);
        LibVlc.libvlc_event_attach(events, libvlc_event_e.libvlc_MediaPlayerEndReached.intValue(), ends, null);
        LibVlc.libvlc_event_attach(events, libvlc_event_e.libvlc_MediaPlayerEncounteredError.intValue(), fails, null);
        surface.attach(player);
    }

    /// Takes the medium over; false where it cannot even begin.
    boolean play(MediaRef next) {
        if (next != media) {
            LibVlc.libvlc_media_player_set_media(player, next.mediaInstance());
            media.release();
            media = next;
        }
        return LibVlc.libvlc_media_player_play(player) == 0;
    }

    /// Blocks, up to a second.
    void stop() {
        LibVlc.libvlc_media_player_stop(player);
    }

    void hold(boolean still) {
        LibVlc.libvlc_media_player_set_pause(player, still ? 1 : 0);
    }

    void step() {
        LibVlc.libvlc_media_player_next_frame(player);
    }

    /// What libvlc has read of its medium; empty where it does not know.
    OptionalInt bytes() {
        libvlc_media_stats_t counts = new libvlc_media_stats_t();
        return LibVlc.libvlc_media_get_stats(media.mediaInstance(), counts) == 0
                ? OptionalInt.empty()
                : OptionalInt.of(counts.i_read_bytes);
    }

    void release() {
        LibVlc.libvlc_media_player_release(player);
        media.release();
    }
}
