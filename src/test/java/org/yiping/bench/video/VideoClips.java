package org.yiping.bench.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The clips of `bench video`: two recordings of real cameras, played faster so that no two pictures are alike and
/// brought to the sizes a hall has, and what an installed ffmpeg takes to decode them to nowhere. One thread.
public final class VideoClips {
    private static final Pattern TIMES = Pattern.compile("utime=([0-9.]+)s stime=([0-9.]+)s");

    /// With how much faster each is played.
    private static final List<Source> SOURCES =
            List.of(new Source("street-pedestrians-a.mp4", 2.5), new Source("car-park-top-view.mp4", 2));

    private final Path folder;

    private record Source(String name, double faster) {}

    /// Clips of one size: their files and how long each is, in seconds.
    public record Set(List<Path> files, double seconds) {}

    public VideoClips(Path folder) {
        this.folder = folder;
    }

    /// Makes what is not there yet.
    public Set make(Path recordings, String name, String size, int rate, String bits)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Source source : SOURCES) {
            Path file = folder.resolve(name + "-" + source.name.replace(".mp4", ".ts"));
            files.add(file);
            if (Files.exists(file)) {
                continue;
            }
            Path written = folder.resolve("unfinished.ts");
            String filter = "setpts=PTS/" + source.faster + ",fps=" + rate + ",scale=" + size.replace('x', ':')
                    + ",noise=alls=4:allf=t";
            Process ffmpeg = ffmpeg(
                    List.of("-i", recordings.resolve(source.name).toString(), "-an", "-vf", filter, "-t", "12"),
                    rate,
                    bits,
                    written);
            if (ffmpeg.waitFor() != 0) {
                throw new IOException("ffmpeg could not write " + file);
            }
            Files.move(written, file);
        }
        return new Set(files, 12);
    }

    /// As a camera sends: H.264, no picture that refers forward, a key picture each second.
    static Process ffmpeg(List<String> input, int rate, String bits, Path file) throws IOException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(input);
        command.addAll(List.of(
                "-c:v libx264 -preset veryfast -profile:v high -pix_fmt yuv420p -bf 0 -sc_threshold 0".split(" ")));
        command.addAll(Arrays.asList("-r", "" + rate, "-g", "" + rate, "-keyint_min", "" + rate));
        command.addAll(Arrays.asList("-b:v", bits, "-maxrate", bits, "-bufsize", bits, "-threads", "1"));
        command.addAll(Arrays.asList("-muxdelay", "0", "-muxpreload", "0", "-f", "mpegts", file.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// What one stream of the set takes of a core when ffmpeg decodes it on one thread, not rescaled, to nowhere: the
    /// clips' mean.
    public static double decodeCores(Set clips) throws IOException, InterruptedException {
        double sum = 0;
        for (Path file : clips.files) {
            Process ffmpeg = new ProcessBuilder(
                            "ffmpeg", "-benchmark", "-threads", "1", "-i", file.toString(), "-f", "null", "-")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(ffmpeg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher times = TIMES.matcher(said);
            if (ffmpeg.waitFor() != 0 || !times.find()) {
                throw new IOException("ffmpeg could not decode " + file + ": " + said);
            }
            sum += Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2));
        }
        return sum / clips.files.size() / clips.seconds;
    }
}
