package org.yiping.console.link;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.protocol.Json;
import org.yiping.protocol.Page;
import org.yiping.protocol.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Calls in the name of who is signed in: a token the platform does not take any more is renewed once.
/// Any thread.
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Http http;
    private final Tokens tokens;

    Calls(Http http, Tokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    CompletableFuture<Answer<byte[]>> bytes(Call call) {
        return signed(token -> http.send(call, token));
    }

    <R> CompletableFuture<Answer<R>> stream(Call call, Http.Reader<R> reader) {
        return signed(token -> http.stream(call, token, reader));
    }

    <T> CompletableFuture<Answer<T>> json(Call call, Class<T> type) {
        return bytes(call).thenApply(a -> a.then(body -> decode(body, type)));
    }

    /// Every item of a list, page after page. An item this console cannot read is left out, with a line
    /// in the log.
    <T> CompletableFuture<Answer<List<T>>> all(String path, Class<T> type) {
        return more(path, null, type, new ArrayList<>());
    }

    /// The items of one page.
    <T> CompletableFuture<Answer<List<T>>> page(Call call, Class<T> type) {
        return json(call, Page.class)
                .thenApply(a -> a.map(page -> {
                    List<T> items = new ArrayList<>();
                    page.items().forEach(item -> add(item, type, items));
                    return List.copyOf(items);
                }));
    }

    private <T> CompletableFuture<Answer<List<T>>> more(
            String path, @Nullable String after, Class<T> type, List<T> sofar) {
        String asked = after == null ? path : path + (path.contains("?") ? '&' : '?') + "after=" + Link.encode(after);
        return json(Call.get(asked), Page.class).thenCompose(answer -> switch (answer) {
            case Answer.Ok<Page>(Page page) -> {
                page.items().forEach(item -> add(item, type, sofar));
                yield page.next() == null || page.items().isEmpty()
                        ? CompletableFuture.completedFuture(new Answer.Ok<>(List.copyOf(sofar)))
                        : more(path, page.next(), type, sofar);
            }
            case Answer.Refused<Page>(Problem problem) ->
                CompletableFuture.completedFuture(new Answer.Refused<>(problem));
            case Answer.Unreachable<Page>(String reason) ->
                CompletableFuture.completedFuture(new Answer.Unreachable<>(reason));
        });
    }

    private static <T> void add(JsonNode item, Class<T> type, List<T> items) {
        try {
            items.add(Json.mapper().treeToValue(item, type));
        } catch (JacksonException e) {
            LOG.warn("an item of type {} is not understood and left out", type.getSimpleName());
        }
    }

    private <R> CompletableFuture<Answer<R>> signed(Function<String, CompletableFuture<Answer<R>>> send) {
        return tokens.bearer()
                .thenCompose(bearer -> with(
                        bearer,
                        token -> send.apply(token)
                                .thenCompose(answer -> unauthorised(answer)
                                        ? tokens.instead(token).thenCompose(renewed -> with(renewed, send))
                                        : CompletableFuture.completedFuture(answer))));
    }

    private static <R> CompletableFuture<Answer<R>> with(
            Answer<String> bearer, Function<String, CompletableFuture<Answer<R>>> send) {
        return switch (bearer) {
            case Answer.Ok<String>(String token) -> send.apply(token);
            case Answer.Refused<String>(Problem problem) ->
                CompletableFuture.completedFuture(new Answer.Refused<>(problem));
            case Answer.Unreachable<String>(String reason) ->
                CompletableFuture.completedFuture(new Answer.Unreachable<>(reason));
        };
    }

    private static boolean unauthorised(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(Problem problem) && problem.status() == 401;
    }

    private static <T> Answer<T> decode(byte[] body, Class<T> type) {
        try {
            return new Answer.Ok<>(Json.mapper().readValue(body, type));
        } catch (JacksonException _) {
            return new Answer.Unreachable<>("garbled");
        }
    }
}
