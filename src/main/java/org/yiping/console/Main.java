package org.yiping.console;

import java.util.List;
import org.yiping.Parent;
import org.yiping.console.config.ConsoleOptions;

/// `./yiping console` and `./yiping wall`. Does not extend JavaFX's Application: from the class path such a main class
/// is refused.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Parent.watch();
        switch (ConsoleOptions.parse(List.of(arguments))) {
            case ConsoleOptions.Parsed.Run run -> new Console(run.config()).run();
            case ConsoleOptions.Parsed.Leave leave -> {
                System.err.println(leave.text());
                System.exit(leave.code());
            }
        }
    }
}
