package org.yiping.console;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.config.ConsoleConfig;
import org.yiping.console.fx.Background;
import org.yiping.console.fx.Fonts;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notices;
import org.yiping.console.fx.Remembered;
import org.yiping.console.fx.Themes;
import org.yiping.console.fx.Toolkit;
import org.yiping.console.settings.Preferences;
import org.yiping.console.settings.PreferencesFile;
import org.yiping.console.ui.shell.Monitor;
import org.yiping.console.ui.shell.Shell;
import org.yiping.console.ui.signin.SignInForm;
import org.yiping.console.video.Video;
import org.yiping.protocol.SignIn;

/// The application's lifetime: toolkit, words, dress, decoder, threads; and one session after the other.
///
/// `run` returns when the toolkit stands, whose thread keeps the program alive until the last window is closed.
/// Everything here belongs to whoever signs in next as well.
public final class Console {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private final ConsoleConfig config;
    private final Fx fx = Fx.platform();
    private final InstantSource clock = InstantSource.system();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("timer-", 0).factory());
    private final ExecutorService decoderThreads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("decoder-", 0).factory());
    private final PlatformAddresses addresses = new PlatformAddresses(clock, workers);
    private final CompletableFuture<Void> toolkit = new CompletableFuture<>();
    private @Nullable Session session;

    /// What a session gets from the application.
    record Means(
            Fx fx,
            InstantSource clock,
            ExecutorService workers,
            ScheduledExecutorService timer,
            Video video,
            PlatformAddresses addresses,
            Dress dress) {}

    /// How windows look and speak.
    record Dress(Messages messages, Themes themes, Notices notices, Background background, Remembered remembered) {}

    Console(ConsoleConfig config) {
        this.config = config;
    }

    void run() {
        // Toolkit and seat open side by side: each waits for something else. The toolkit's thread keeps the program
        // alive, which it only does when it is started from one that does.
        workers.execute(this::begin);
        startToolkit();
    }

    private void begin() {
        Video video = Video.later(
                new Video.Means(
                        clock,
                        timer,
                        decoderThreads,
                        RandomGenerator.getDefault().nextLong()),
                addresses);
        PreferencesFile file = new PreferencesFile(config.data().resolve("preferences.properties"));
        Preferences preferences = file.load();
        Messages messages = new Messages(config.language());
        Themes themes = new Themes(preferences.theme(), preferences.scalePercent());
        Background background = new Background(workers, fx);
        Remembered remembered = new Remembered(preferences, file::save, background, fx);
        Dress dress = new Dress(messages, themes, new Notices(fx), background, remembered);
        Means means = new Means(fx, clock, workers, timer, video, addresses, dress);
        ConsoleConfig.Account known = config.account();
        if (known == null) {
            onToolkit(() -> ask(means));
            return;
        }
        try {
            open(means, new SignIn.Request(known.user(), known.password(), known.post(), known.seat()));
        } catch (IOException e) {
            LOG.error("the password file is not readable: {}", e.toString());
            end();
        }
    }

    /// On the toolkit's thread, once there is one.
    private void onToolkit(Runnable task) {
        var _ = toolkit.thenRun(() -> fx.execute(task));
    }

    private void startToolkit() {
        try {
            Toolkit.start(() -> {
                Fonts.load();
                toolkit.complete(null);
            });
        } catch (RuntimeException | LinkageError e) {
            LOG.error("no window can be opened here: is there a display, and is this its user?", e);
            System.exit(1);
        }
    }

    private void ask(Means means) {
        Stage stage = new Stage();
        SignInForm form = new SignInForm(
                means.dress().messages(),
                fx,
                new SignInDesk(config, means, r -> open(means, r)),
                config.server().toString(),
                stage::close);
        Scene scene = new Scene(form.root(), 1280, 800);
        means.dress().themes().apply(scene);
        stage.setScene(scene);
        stage.setTitle(means.dress().messages().get("signin.title"));
        stage.setOnCloseRequest(_ -> end());
        stage.show();
        form.focus();
    }

    private void open(Means means, SignIn.Request request) {
        workers.execute(() -> {
            try {
                Session opened = Session.open(config, means, request);
                onToolkit(() -> {
                    session = opened;
                    opened.show(this::monitors, this::end);
                });
            } catch (IOException e) {
                LOG.error("this seat cannot be opened", e);
                onToolkit(this::end);
            }
        });
    }

    private List<Monitor> monitors() {
        List<Monitor> all = Shell.monitors().stream()
                .sorted(java.util.Comparator.comparingDouble(Monitor::y).thenComparingDouble(Monitor::x))
                .toList();
        if (all.isEmpty()) {
            return all; // every output was lost at once
        }
        int first = Math.min(config.windows().firstScreen(), all.size() - 1);
        int last = Math.min(config.windows().lastScreen(), all.size() - 1);
        return all.subList(first, Math.max(first, last) + 1);
    }

    private void end() {
        Session open = session;
        session = null;
        workers.execute(() -> {
            if (open != null) {
                open.close();
            }
            Toolkit.stop();
            System.exit(0);
        });
    }
}
