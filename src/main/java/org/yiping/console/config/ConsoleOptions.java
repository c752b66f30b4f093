package org.yiping.console.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallId;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// The console's command line. `parse` answers a configuration or what to print and with which code to
/// leave. Stateless; any thread.
public final class ConsoleOptions {
    private ConsoleOptions() {}

    /// What became of the command line.
    public sealed interface Parsed {
        record Run(ConsoleConfig config) implements Parsed {}

        /// Help or a complaint; code 0 for help, 2 for a mistake.
        record Leave(String text, int code) implements Parsed {}
    }

    public static Parsed parse(List<String> arguments) {
        Options options = new Options();
        CommandLine line = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            line.parseArgs(arguments.toArray(String[]::new));
            if (line.isUsageHelpRequested()) {
                return new Parsed.Leave(line.getUsageMessage(), 0);
            }
            return new Parsed.Run(options.config(line));
        } catch (ParameterException e) {
            return new Parsed.Leave(e.getMessage() + System.lineSeparator() + line.getUsageMessage(), 2);
        }
    }

    @Command(name = "yiping console", mixinStandardHelpOptions = true, sortOptions = false)
    private static final class Options {
        @Option(names = "--server", required = true, paramLabel = "URL", description = "the platform's address")
        private URI server = URI.create("http://127.0.0.1/");

        @Parameters(arity = "0..1", hidden = true)
        private String word = "";

        @Option(names = "--data", paramLabel = "DIR", description = "folder of this console's cache and outbox")
        private @Nullable Path data;

        @Option(names = "--screens", paramLabel = "FIRST-LAST", description = "which monitors, for example 0-2")
        private String screens = "0-63";

        @Option(names = "--mode", paramLabel = "MODE", description = "workstation (default) or wall")
        private ConsoleConfig.@Nullable Mode mode;

        @Option(names = "--language", paramLabel = "TAG", description = "zh (default) or en")
        private String language = "zh";

        @Option(names = "--shots", paramLabel = "DIR", description = "save a picture of every window when asked")
        private @Nullable Path shots;

        @Option(names = "--wall", paramLabel = "NAME", hidden = true)
        private String wall = WallId.OWN.value();

        @Option(names = "--node", paramLabel = "NAME", description = "this computer's name on it (the machine's)")
        private String node = "";

        @Option(
                names = "--at",
                paramLabel = "X,Y",
                description = "where its first pixel lies on the wall (beside the others)")
        private String at = "";

        @ArgGroup(exclusive = false)
        private @Nullable AccountOptions account;

        ConsoleConfig config(CommandLine line) {
            String scheme = server.getScheme();
            boolean http = "http".equals(scheme) || "https".equals(scheme);
            if (!http || server.getHost() == null) {
                throw new ParameterException(line, "--server is not a URL like http://host:port: " + server);
            }
            ConsoleConfig.Mode shown = mode != null
                    ? mode
                    : word.equals("wall") ? ConsoleConfig.Mode.WALL : ConsoleConfig.Mode.WORKSTATION;
            Path folder = data != null
                    ? data
                    : Path.of(
                            System.getProperty("user.home", "."),
                            ".yiping",
                            shown.name().toLowerCase(Locale.ROOT));
            if (shown == ConsoleConfig.Mode.WALL && account == null) {
                throw new ParameterException(line, "a wall signs in by itself: --user, --password-file and --post");
            }
            return new ConsoleConfig(
                    server,
                    account == null ? null : account.account(),
                    folder.toAbsolutePath().normalize(),
                    windows(line, shown),
                    Locale.forLanguageTag(language),
                    shots,
                    node(line));
        }

        private ConsoleConfig.Node node(CommandLine line) {
            if (!wall.equals(WallId.OWN.value())) {
                throw new ParameterException(
                        line, "a platform has one wall, which is called " + WallId.OWN.value() + ", not " + wall);
            }
            try {
                return new ConsoleConfig.Node(wall, node.isEmpty() ? NodeId.of(machine()) : new NodeId(node), corner());
            } catch (NumberFormatException e) {
                throw new ParameterException(line, "--at is given as X,Y, for example 3840,0: " + at);
            } catch (IllegalArgumentException _) {
                throw new ParameterException(line, "--node is small letters, digits and hyphens: " + node);
            }
        }

        private NodeWord.@Nullable Corner corner() {
            if (at.isEmpty()) {
                return null;
            }
            String[] both = at.split(",", -1);
            if (both.length != 2) {
                throw new NumberFormatException(at);
            }
            return new NodeWord.Corner(Integer.parseInt(both[0].strip()), Integer.parseInt(both[1].strip()));
        }

        /// As the system calls it; asking the network for a name may take long.
        private static String machine() {
            try {
                return Files.readString(Path.of("/etc/hostname")).strip();
            } catch (IOException _) {
                String name = System.getenv("COMPUTERNAME");
                return name == null ? "wall" : name;
            }
        }

        private ConsoleConfig.Windows windows(CommandLine line, ConsoleConfig.Mode shown) {
            String[] ends = screens.split("-", -1);
            try {
                return new ConsoleConfig.Windows(
                        shown, Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
            } catch (NumberFormatException e) {
                throw new ParameterException(line, "--screens is given as FIRST-LAST, for example 0-2: " + screens);
            }
        }
    }

    private static final class AccountOptions {
        @Option(names = "--user", required = true, paramLabel = "U", description = "sign in as this user")
        private String user = "";

        @Option(names = "--password-file", required = true, paramLabel = "F", description = "its first line is used")
        private Path passwordFile = Path.of("");

        @Option(names = "--post", required = true, paramLabel = "P", description = "post to take, e.g. dispatcher")
        private String post = "";

        @Option(names = "--seat", paramLabel = "S", description = "working place in the hall")
        private String seat = "seat-1";

        ConsoleConfig.Account account() {
            return new ConsoleConfig.Account(user, passwordFile, post, seat);
        }
    }
}
