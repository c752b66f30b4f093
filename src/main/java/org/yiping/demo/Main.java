package org.yiping.demo;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./yiping demo`: the whole hall on this machine. Its last line on standard output is one JSON object.
@Command(name = "demo", description = "server, simulated city, workstation and wall, each a process of its own")
public final class Main implements Callable<Integer> {
    @Option(
            names = "--minutes",
            description = "end by itself after so many minutes; without it, when the windows close")
    private @Nullable Double minutes;

    @Option(names = "--city", description = "demo (fictional, default) or helsinki (imported)", defaultValue = "demo")
    private String city = "demo";

    @Option(names = "--speed", description = "how fast the simulated people work", defaultValue = "6")
    private double speed = 6;

    @Option(names = "--seed", description = "seed of the city and of its day", defaultValue = "20260311")
    private long seed = 20260311;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        return new Demo(new Demo.Wish(city, minutes, speed, seed)).run();
    }
}
