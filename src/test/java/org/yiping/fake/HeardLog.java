package org.yiping.fake;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// Listens for warnings, errors and exceptions nobody caught, until closed. Any thread.
public final class HeardLog implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent e) {
            if (e.getLevel().isGreaterOrEqual(Level.WARN)) {
                lines.add(e.getFormattedMessage()
                        + (e.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(e.getThrowableProxy())));
            }
        }
    };

    public HeardLog() {
        ear.start();
        root.addAppender(ear);
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> lines.add("uncaught: " + e));
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.detachAppender(ear);
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
