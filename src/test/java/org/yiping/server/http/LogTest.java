package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;

class LogTest {
    private static final String NAME = "标记姓名";
    private static final String PHONE = "13900009999";

    @TempDir
    Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();

    /// Everything the server's own code says at any level, and whatever else is said at all.
    @Test
    void neitherNamesNorPhonesNorPasswordsNorTokensAreEverLogged() {
        Logger root = (Logger) LoggerFactory.getLogger("ROOT");
        Logger ours = (Logger) LoggerFactory.getLogger("org.yiping");
        Level before = ours.getLevel();
        AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent e) {
                lines.add(e.getFormattedMessage()
                        + (e.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(e.getThrowableProxy())));
            }
        };
        Handler other = new Handler() {
            @Override
            public void publish(LogRecord e) {
                lines.add(e.getMessage() + e.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        ear.start();
        root.addAppender(ear);
        ours.setLevel(Level.TRACE);
        java.util.logging.Logger.getLogger("").addHandler(other);
        try (Platform p = Platform.start(folder)) {
            LoggerFactory.getLogger("org.yiping.sample").trace("listening");
            run(p);
            assertThat(lines).contains("listening");
            for (String secret : List.of(NAME, PHONE, p.password("acceptor"), p.token("acceptor"))) {
                assertThat(lines).noneMatch(l -> l.contains(secret));
            }
        } finally {
            root.detachAppender(ear);
            ours.setLevel(before);
            java.util.logging.Logger.getLogger("").removeHandler(other);
        }
    }

    private static void run(Platform p) {
        String good = Json.mapper()
                .writeValueAsString(Wishes.call("log-1", SmallCity.WEST))
                .replace("张小明", NAME)
                .replace("13812341234", PHONE);
        assertThat(p.command("acceptor", "l1", good).statusCode()).isEqualTo(200);
        assertThat(p.command("acceptor", "l2", good).statusCode()).isEqualTo(409);
        assertThat(p.command("acceptor", "l3", good.substring(0, good.length() - 9))
                        .statusCode())
                .isEqualTo(400);
        assertThat(p.command("acceptor", "l4", good.replace("\"" + PHONE + "\"", "{\"" + PHONE + "\":1}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(p.command("acceptor", "l5", good.replace("log-1", "log-2").replace("E-0110", "E-9999"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(p.command("acceptor", "l6", good.replace("log-1", "x".repeat(65)))
                        .statusCode())
                .isBetween(400, 422);
        assertThat(p.get("/api/v1/cases/" + PHONE, "acceptor").statusCode()).isEqualTo(404);
        assertThat(p.get("/api/v1/cases?limit=" + PHONE + PHONE, "acceptor").statusCode())
                .isEqualTo(400);
        assertThat(p.post(
                                "/api/v1/sessions",
                                "",
                                Map.of("user", PHONE, "password", PHONE, "post", "acceptor", "seat", "s"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(p.get("/api/v1/cases/log-1", "acceptor").body()).contains(NAME, PHONE);
    }
}
