package org.yiping.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;
import org.yiping.console.Main;

/// One seat: the product's console in this process, and a robot before it. Its task, then how many cases, then the
/// console's own arguments. Tells what it does line by line and ends with `result N`.
public final class SeatRobot {
    private SeatRobot() {}

    public static void main(String[] arguments) {
        int status = 1;
        try {
            SeatWindow.say("result " + work(arguments));
            status = 0;
        } catch (Exception e) {
            SeatWindow.say("stopped: " + e.getMessage());
            e.printStackTrace(); // and the console goes with its hands
        }
        Runtime.getRuntime().halt(status);
    }

    private static int work(String[] arguments) throws Exception {
        Set<String> done = ConcurrentHashMap.newKeySet();
        listen(done);
        String task = arguments[0];
        int cases = Integer.parseInt(arguments[1]);
        List<String> own = Arrays.asList(arguments).subList(2, arguments.length);
        Thread.ofPlatform().start(() -> Main.main(own.toArray(String[]::new)));
        SeatWindow window = SeatWindow.open();
        String[] words = task.split("-", 2);
        return switch (words[0]) {
            case "palette" -> new PaletteWalk(window, done).walk();
            case "shift" -> new Workday(window, done, words[1]).work();
            case "call" ->
                new CallStory(window, new CallStory.Said("blshlj", words[1], true, "门口一堆垃圾，挡住盲道", "张三")).play();
            default -> new Shortest(window).most(task, cases);
        };
    }

    /// The window tells which actions were done or refused.
    private static void listen(Set<String> done) {
        Logger window = (Logger) LoggerFactory.getLogger("org.yiping.console.ui.shell.WorkWindow");
        AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent e) {
                String line = e.getFormattedMessage();
                if (line.startsWith("done ") || line.startsWith("refused ")) {
                    done.add(line.substring(line.indexOf(' ') + 1));
                }
            }
        };
        window.setLevel(Level.DEBUG);
        ear.start();
        window.addAppender(ear);
    }
}
