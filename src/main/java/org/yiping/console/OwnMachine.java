package org.yiping.console;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.OwnNode;
import org.yiping.console.video.DecodingPower;
import org.yiping.console.video.Resident;
import org.yiping.domain.wall.WallMachine;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;

/// This computer of the wall as a machine: what it has, and how many camera pictures it can show at once, which it
/// measures once by itself and keeps in `machine.json` of its data folder. FX thread; files and the measuring beside
/// it.
///
/// It measures while none of its monitors has shown a camera for a while, and gives up the moment one does: a wall at
/// work is never slowed down by it. A data folder that came from another machine is measured anew; so is one whose
/// `machine.json` somebody deleted.
final class OwnMachine {
    /// Of all processors, for decoding: the windows take as much again to paint what was decoded, the map and the
    /// system the rest (docs/benchmarks.md, hd9 and hd16).
    static final double DECODING = 0.4;
    /// So long no camera must have stood here; a scene that turns leaves no more time than that.
    static final Duration QUIET = Duration.ofSeconds(10);
    /// Between two tries of which none came to a figure.
    static final Duration AGAIN = Duration.ofMinutes(10);

    /// Somebody measures something else here.
    static final boolean LEFT_ALONE = Boolean.getBoolean("yiping.wall.unmeasured");

    private static final Logger LOG = LoggerFactory.getLogger(OwnMachine.class);
    private static final double MB = 1 << 20;

    private final OwnNode own;
    private final Path file;
    private final Facts facts;
    private final Supplier<Power> powers;
    private final Work work;
    private WallMachine machine;
    private @Nullable Power measuring;
    private boolean read;
    private long quietSince;
    private long notBefore;
    private boolean quiet;

    /// One measurement; `close` ends it from another thread.
    interface Power {
        Optional<DecodingPower.Found> measure() throws IOException, InterruptedException;

        void close();
    }

    /// What the system tells of the machine: its processors, its memory in MB (0 where it does not tell), the kind of
    /// processor; and what this program holds of the memory, in bytes.
    record Facts(int processors, int memoryMb, String kind, Supplier<OptionalLong> held) {
        static Facts ofSystem() {
            long bytes = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean all
                    ? all.getTotalMemorySize()
                    : 0;
            return new Facts(
                    Runtime.getRuntime().availableProcessors(),
                    (int) (bytes / MB),
                    kindOfProcessor(),
                    () -> Resident.of(ProcessHandle.current().pid()));
        }

        /// By which a data folder knows its machine again; a kernel takes a little of the memory, another one more.
        String name() {
            return String.format(Locale.ROOT, "%d × %s, %.0f GB", processors, kind, memoryMb / 1024.0);
        }

        private static String kindOfProcessor() {
            try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
                return lines.filter(l -> l.startsWith("model name"))
                        .map(l -> l.substring(l.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch", "?"));
            } catch (IOException | RuntimeException _) {
                return System.getProperty("os.arch", "?");
            }
        }
    }

    /// Where it measures, back on which thread, and the times: this machine's clock, and nanoseconds of one that nobody
    /// sets.
    record Work(Executor workers, Fx fx, InstantSource clock, LongSupplier nanos) {}

    /// As it stands in the file.
    record Kept(String machine, WallMachine.Measured measured) {}

    /// `powers` makes a measurement each time.
    OwnMachine(OwnNode own, Path data, Facts facts, Supplier<Power> powers, Work work) {
        this.own = own;
        file = data.resolve("machine.json");
        this.facts = facts;
        this.powers = powers;
        this.work = work;
        machine = new WallMachine(facts.processors(), facts.memoryMb(), null);
        quietSince = work.nanos().getAsLong();
        notBefore = quietSince;
    }

    /// The real one.
    static Power power(DecodingPower of) {
        return new Power() {
            @Override
            public Optional<DecodingPower.Found> measure() throws IOException, InterruptedException {
                return of.measure();
            }

            @Override
            public void close() {
                of.close();
            }
        };
    }

    /// Says what is known, and reads what was kept.
    void begin() {
        own.machine(machine);
        work.workers().execute(() -> {
            WallMachine.Measured kept = kept();
            work.fx().execute(() -> {
                read = true;
                if (kept != null) {
                    known(kept);
                }
            });
        });
    }

    /// To be called every second: whether pictures of cameras stand on its monitors.
    void tick(boolean pictures) {
        long now = work.nanos().getAsLong();
        Power running = measuring;
        if (pictures) {
            quiet = false;
            if (running != null) {
                running.close();
            }
            return;
        }
        if (!quiet) {
            quiet = true;
            quietSince = now;
        }
        boolean wanted = read && machine.measured() == null && running == null;
        if (wanted && now - notBefore >= 0 && now - quietSince >= QUIET.toNanos()) {
            start();
        }
    }

    /// The wall closes.
    void close() {
        Power running = measuring;
        if (running != null) {
            running.close();
        }
    }

    private void start() {
        Power power = powers.get();
        measuring = power;
        OptionalLong held = facts.held().get();
        LOG.info("this machine measures how many pictures it can decode");
        work.workers().execute(() -> {
            WallMachine.Measured measured = measured(power, held);
            work.fx().execute(() -> {
                measuring = null;
                notBefore = work.nanos().getAsLong() + AGAIN.toNanos();
                if (measured != null) {
                    known(measured);
                }
            });
        });
    }

    private WallMachine.@Nullable Measured measured(Power power, OptionalLong held) {
        try {
            DecodingPower.Found found = power.measure().orElse(null);
            if (found == null) {
                LOG.info(
                        "nothing was measured: there was too much else to do, or there is no decoder; tried again later");
                return null;
            }
            WallMachine.Measured measured = new WallMachine.Measured(
                    Instant.ofEpochSecond(work.clock().instant().getEpochSecond()),
                    (int) (facts.processors() * DECODING / found.small().cores()),
                    (int) (facts.processors() * DECODING / found.large().cores()),
                    found.small().mb(),
                    found.large().mb(),
                    own(held, found.small().baseMb()));
            LOG.info("measured: {}", measured);
            keep(measured);
            return measured;
        } catch (IOException e) {
            LOG.warn("what this machine can decode could not be measured: {}", e.toString());
            return null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /// This program and a decoder without pictures, in MB.
    private static @Nullable Double own(OptionalLong held, @Nullable Double decoderMb) {
        return held.isEmpty() || decoderMb == null
                ? null
                : Double.valueOf(Math.rint(held.getAsLong() / MB + decoderMb));
    }

    private void known(WallMachine.Measured measured) {
        machine = new WallMachine(facts.processors(), facts.memoryMb(), measured);
        own.machine(machine);
    }

    /// Whole or not at all. One that the disk does not take is measured again after the next start.
    private void keep(WallMachine.Measured measured) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, Json.mapper().writeValueAsBytes(new Kept(facts.name(), measured)));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("what was measured could not be kept: {}", e.toString());
        }
    }

    private WallMachine.@Nullable Measured kept() {
        if (Files.notExists(file)) {
            return null;
        }
        try {
            Kept kept = Json.mapper().readValue(Files.readAllBytes(file), Kept.class);
            if (facts.name().equals(kept.machine())) {
                return kept.measured();
            }
            LOG.info("{} is of another machine ({}), this is {}", file, kept.machine(), facts.name());
        } catch (IOException | JacksonException e) {
            LOG.warn("{} cannot be read, this machine will be measured anew: {}", file, e.toString());
        }
        return null;
    }
}
