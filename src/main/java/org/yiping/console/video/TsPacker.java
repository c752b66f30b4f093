package org.yiping.console.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_grow_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/// Packs the pictures of an RTSP camera into a transport stream, with what cameras and FFmpeg leave out of them: times,
/// and at the head what the stream is made of. One thread.
final class TsPacker implements AutoCloseable {
    private static final byte[] START_CODE = {0, 0, 0, 1};

    /// A picture of a stream of 25 a second, and the longest that one may take, in the clock of transport streams.
    private static final long PICTURE = 3_600;

    private static final long LONGEST_PICTURE = 180_000;

    private final AVFormatContext out;
    private final AVStream from;
    private final AVStream to;
    private final DecodingTimes times = new DecodingTimes();
    private @Nullable AVPacket untimed;
    private boolean begun;
    private boolean headed;
    private long shown;

    TsPacker(AVStream from, AVFormatContext out, AVStream to) {
        this.from = from;
        this.out = out;
        this.to = to;
    }

    /// Whether anything was packed. The first picture waits for the next: FFmpeg gives it no time, and it is the one
    /// that shows something at once, while the next of its kind may be seconds away.
    boolean hasBegun() {
        return begun;
    }

    /// False when nobody reads any more. The packet stays the caller's.
    boolean pack(AVPacket packet) {
        av_packet_rescale_ts(packet, from.time_base(), to.time_base());
        boolean timed = packet.pts() != AV_NOPTS_VALUE;
        if (!timed && !begun) {
            hold(packet);
            return true;
        }
        if (!timed) {
            packet.pts(shown + 1);
        }
        AVPacket first = untimed;
        if (first != null) {
            untimed = null;
            // FFmpeg counts from it, unless the camera has said that it counts from elsewhere.
            boolean counted = packet.pts() > 0 && packet.pts() <= LONGEST_PICTURE;
            first.pts(counted ? 0 : packet.pts() - PICTURE);
            boolean read = write(first);
            av_packet_free(first);
            if (!read) {
                return false;
            }
        }
        return write(packet);
    }

    private void hold(AVPacket packet) {
        if (untimed == null && isKey(packet)) {
            untimed = av_packet_clone(packet);
        }
    }

    private boolean write(AVPacket packet) {
        begun = true;
        packet.dts(packet.dts() == AV_NOPTS_VALUE ? times.of(packet.pts()) : times.told(packet.dts()));
        packet.pts(Math.max(packet.pts(), packet.dts()));
        shown = packet.pts();
        packet.stream_index(0);
        packet.pos(-1);
        if (!headed && isKey(packet)) {
            headed = true;
            prefix(packet);
        }
        return av_write_frame(out, packet) >= 0;
    }

    private static boolean isKey(AVPacket packet) {
        return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    }

    /// Many cameras tell what their stream is made of (SPS, PPS) in the answer to DESCRIBE and not, or a second later,
    /// in the stream itself, where libvlc looks for it.
    private void prefix(AVPacket packet) {
        int length = from.codecpar().extradata_size();
        if (length < START_CODE.length) {
            return;
        }
        byte[] head = new byte[length];
        from.codecpar().extradata().get(head);
        if (!Arrays.equals(head, 0, START_CODE.length, START_CODE, 0, START_CODE.length)) {
            return;
        }
        byte[] picture = new byte[packet.size()];
        packet.data().get(picture);
        if (av_grow_packet(packet, length) == 0) {
            packet.data().position(0).put(head, 0, length);
            packet.data().position(length).put(picture, 0, picture.length);
        }
    }

    @Override
    public void close() {
        AVPacket first = untimed;
        if (first != null) {
            untimed = null;
            av_packet_free(first);
        }
    }
}
