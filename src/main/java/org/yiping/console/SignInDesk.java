package org.yiping.console;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.yiping.console.config.ConsoleConfig;
import org.yiping.console.link.Link;
import org.yiping.console.link.LinkSettings;
import org.yiping.console.link.LinkTools;
import org.yiping.console.ui.signin.Door;
import org.yiping.protocol.Problem;
import org.yiping.protocol.SignIn;

/// Asks the platform whether somebody may come in, and opens their session if so. Any thread.
final class SignInDesk implements Door {
    private final ConsoleConfig config;
    private final Console.Means means;
    private final Consumer<SignIn.Request> welcome;

    SignInDesk(ConsoleConfig config, Console.Means means, Consumer<SignIn.Request> welcome) {
        this.config = config;
        this.means = means;
        this.welcome = welcome;
    }

    @Override
    public CompletableFuture<Door.Answer> knock(Wish wish) {
        SignIn.Request request = new SignIn.Request(wish.user(), wish.password(), wish.post(), wish.seat());
        Link link = new Link(
                LinkSettings.of(
                        config.server(), means.dress().messages().locale().get()),
                new LinkTools(means.clock(), means.timer(), means.workers(), new Random()));
        return link.signIn(request).thenApply(answer -> {
            link.close();
            return switch (answer) {
                case org.yiping.console.link.Answer.Ok<SignIn.Me> _ -> {
                    welcome.accept(request);
                    yield new Door.Answer.Welcome();
                }
                case org.yiping.console.link.Answer.Refused<SignIn.Me>(Problem problem) ->
                    new Door.Answer.Refused(problem.detail(), problem.code());
                case org.yiping.console.link.Answer.Unreachable<SignIn.Me> _ -> new Door.Answer.Unreachable();
            };
        });
    }
}
