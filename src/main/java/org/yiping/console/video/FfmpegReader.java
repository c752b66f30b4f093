package org.yiping.console.video;

// long because what is opened in two ways is packed by the same calls, each named by its import

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.video.Picture.Fault;

/// Fetches RTSP cameras with FFmpeg's demuxer and packs their video, without decoding it, into the transport stream
/// that libvlc reads: Debian's libvlc has no RTSP of its own. What `HttpReader` fetches of FLV is packed in the same
/// way, because libvlc, which could read it, gives none of it away. Once in a process; any thread.
///
/// FFmpeg does what cameras need: interleaved TCP, UDP for an address that ends in `?udp` or a camera that has nothing
/// else, Basic and Digest, keep-alive.
final class FfmpegReader {
    private static final Logger log = LoggerFactory.getLogger(FfmpegReader.class);

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration READ_WITHIN = Duration.ofSeconds(3);
    private static final int BUFFER = 7 * 188;
    private static final int PIECE = 16 * 1_024;

    private final Map<Long, FetchedStream> streams = new ConcurrentHashMap<>();
    private final Map<Long, InputStream> sources = new ConcurrentHashMap<>();
    private final AtomicLong names = new AtomicLong();
    private final boolean isThere;
    private @Nullable Stop stop;
    private @Nullable Sink sink;
    private @Nullable Source source;

    /// A stream's number where C wants a pointer: of the functions below the library allows ten, so there is one each.
    private static final class Name extends Pointer {
        Name(long name) {
            address = name;
        }
    }

    private final class Stop extends AVIOInterruptCB.Callback_Pointer {
        @Override
        public int call(Pointer name) {
            FetchedStream of = streams.get(name.address());
            return of == null || of.isOver() ? 1 : 0;
        }
    }

    private final class Sink extends Write_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer name, BytePointer bytes, int count) {
            FetchedStream of = streams.get(name.address());
            byte[] copy = new byte[count];
            bytes.get(copy);
            try {
                return of != null && of.write(copy) ? count : -1;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return -1;
            }
        }
    }

    private final class Source extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer name, BytePointer into, int most) {
            InputStream of = sources.get(name.address());
            byte[] some = new byte[most];
            try {
                int count = of == null ? -1 : of.read(some);
                if (count < 0) {
                    return AVERROR_EOF();
                }
                into.put(some, 0, count);
                return count;
            } catch (IOException _) {
                return AVERROR_EOF();
            }
        }
    }

    FfmpegReader() {
        isThere = load();
        if (isThere) {
            av_log_set_level(AV_LOG_QUIET);
            stop = new Stop();
            sink = new Sink();
            source = new Source();
        }
    }

    /// Half a second the first time on a machine, when the library is unpacked.
    private static boolean load() {
        try {
            Loader.load(avformat.class);
            return true;
        } catch (LinkageError e) {
            log.warn("no FFmpeg for this machine, RTSP is left to libvlc: {}", e.toString());
            return false;
        }
    }

    boolean isThere() {
        return isThere;
    }

    /// Fetches until it ends or is closed, then tells why; on a thread of its own.
    void read(FetchedStream stream, FetchedStream.Ears ears) {
        long name = names.incrementAndGet();
        streams.put(name, stream);
        Fault why;
        try (Name opaque = new Name(name)) {
            why = read(stream, opaque, ears);
        } finally {
            streams.remove(name);
            stream.end();
        }
        ears.ended(why);
    }

    /// Packs the video of an FLV that comes from there until it ends or nobody reads any more; why it ended.
    Fault pack(InputStream flv, FetchedStream stream, FetchedStream.Ears ears) {
        long name = names.incrementAndGet();
        streams.put(name, stream);
        sources.put(name, flv);
        try (Name opaque = new Name(name)) {
            AVFormatContext in = avformat_alloc_context();
            AVIOContext io =
                    avio_alloc_context(new BytePointer(av_malloc(PIECE)), PIECE, 0, opaque, source, null, null);
            in.pb(io);
            in.flags(in.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
            try {
                // FFmpeg frees what it was given, but for where it comes from.
                return avformat_open_input(in, "", av_find_input_format("flv"), null) < 0
                        ? Fault.NO_PICTURE
                        : packAll(stream, opaque, in, ears);
            } finally {
                av_free(io.buffer());
                avio_context_free(io);
            }
        } finally {
            sources.remove(name);
            streams.remove(name);
        }
    }

    private Fault packAll(FetchedStream stream, Name name, AVFormatContext in, FetchedStream.Ears ears) {
        AVPacket packet = av_packet_alloc();
        try {
            // What an FLV is made of is known when its first picture is there.
            AVStream video = video(in);
            while (video == null || packet.stream_index() != video.index() || packet.size() == 0) {
                av_packet_unref(packet);
                if (av_read_frame(in, packet) < 0) {
                    return Fault.NO_PICTURE;
                }
                video = video(in);
            }
            return copy(stream, name, in, video, packet, ears);
        } finally {
            av_packet_free(packet);
            avformat_close_input(in);
        }
    }

    private Fault read(FetchedStream stream, Name name, FetchedStream.Ears ears) {
        AVFormatContext in = avformat_alloc_context();
        in.interrupt_callback().callback(stop).opaque(name);
        AVDictionary options = options(stream.url());
        stream.allow(CONNECT_WITHIN);
        int opened = avformat_open_input(in, stream.url(), null, options);
        av_dict_free(options);
        if (opened < 0) {
            // FFmpeg has freed what it was given.
            return isRefusal(opened) ? Fault.REFUSED : Fault.UNREACHABLE;
        }
        AVPacket packet = av_packet_alloc();
        try {
            AVStream video = video(in);
            if (video == null) {
                return Fault.NO_PICTURE;
            }
            stream.live(); // recordings come at their pace, too
            return copy(stream, name, in, video, packet, ears);
        } finally {
            av_packet_free(packet);
            stream.allow(Duration.ofSeconds(1));
            avformat_close_input(in);
        }
    }

    private static AVDictionary options(String url) {
        AVDictionary options = new AVDictionary(null);
        if (url.endsWith("?udp")) {
            av_dict_set(options, "rtsp_transport", "udp+tcp", 0);
        } else {
            av_dict_set(options, "rtsp_flags", "prefer_tcp", 0);
        }
        av_dict_set(options, "allowed_media_types", "video", 0);
        av_dict_set(options, "timeout", Long.toString(READ_WITHIN.toNanos() / 1_000), 0);
        return options;
    }

    private static boolean isRefusal(int code) {
        return code == AVERROR_HTTP_UNAUTHORIZED() || code == AVERROR_HTTP_FORBIDDEN();
    }

    /// `packet` holds the first picture, or nothing yet.
    private Fault copy(
            FetchedStream stream,
            Name name,
            AVFormatContext in,
            AVStream video,
            AVPacket packet,
            FetchedStream.Ears ears) {
        AVFormatContext out = new AVFormatContext(null);
        avformat_alloc_output_context2(out, null, "mpegts", null);
        AVIOContext io = avio_alloc_context(new BytePointer(av_malloc(BUFFER)), BUFFER, 1, name, null, sink, null);
        try {
            out.pb(io);
            AVStream packed = avformat_new_stream(out, null);
            avcodec_parameters_copy(packed.codecpar(), video.codecpar());
            packed.codecpar().codec_tag(0);
            out.max_delay(0);
            out.flags(out.flags() | AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS);
            if (avformat_write_header(out, new AVDictionary(null)) < 0) {
                return Fault.NO_PICTURE;
            }
            try (TsPacker packer = new TsPacker(video, out, packed)) {
                return pump(stream, in, video, packer, packet, ears);
            }
        } finally {
            av_free(io.buffer());
            avio_context_free(io);
            avformat_free_context(out);
        }
    }

    private static Fault pump(
            FetchedStream stream,
            AVFormatContext in,
            AVStream video,
            TsPacker packer,
            AVPacket packet,
            FetchedStream.Ears ears) {
        boolean told = false;
        while (true) {
            if (packet.size() > 0 && packet.stream_index() == video.index() && !packer.pack(packet)) {
                return Fault.ENDED;
            }
            if (!told && packer.hasBegun()) {
                told = true;
                ears.opened();
            }
            av_packet_unref(packet);
            stream.allow(READ_WITHIN);
            if (av_read_frame(in, packet) < 0) {
                return told ? Fault.ENDED : Fault.NO_PICTURE;
            }
        }
    }

    private static @Nullable AVStream video(AVFormatContext in) {
        for (int i = 0; i < in.nb_streams(); i++) {
            if (in.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_VIDEO) {
                return in.streams(i);
            }
        }
        return null;
    }
}
