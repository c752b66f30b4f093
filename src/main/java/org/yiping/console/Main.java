package org.yiping.console;

import java.util.List;
import org.yiping.Parent;
import org.yiping.console.config.ConsoleOptions;

/// `./yiping console`, `./yiping wall` and `./yiping scene`. Does not extend JavaFX's Application: from the class path
/// such a main class
/// is refused.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Parent.watch();
        if (arguments.length > 0 && arguments[0].equals("scene")) {
            System.exit(SceneCheck.run(List.of(arguments).subList(1, arguments.length), System.out));
        }
        switch (ConsoleOptions.parse(List.of(arguments))) {
            case ConsoleOptions.Parsed.Run run -> new Console(run.config()).run();
            case ConsoleOptions.Parsed.Leave leave -> {
                System.err.println(leave.text());
                System.exit(leave.code());
            }
        }
    }
}
