package org.yiping.console.link;

import java.util.function.Function;
import org.yiping.protocol.Problem;

/// What became of a call. Not being reached and being refused are expected outcomes, so they are values.
/// Immutable; any thread.
public sealed interface Answer<T> {
    record Ok<T>(T value) implements Answer<T> {}

    /// The platform answered with an error. Whether trying again helps is the caller's to judge by
    /// `problem.status`.
    record Refused<T>(Problem problem) implements Answer<T> {}

    /// No whole answer came. Whether the platform has acted is not known. `reason` is an open code:
    /// unreachable, cut, timeout, garbled, closed.
    record Unreachable<T>(String reason) implements Answer<T> {}

    default <R> Answer<R> map(Function<? super T, ? extends R> mapping) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(mapping.apply(value));
            case Refused<T>(Problem problem) -> new Refused<>(problem);
            case Unreachable<T>(String reason) -> new Unreachable<>(reason);
        };
    }

    default <R> Answer<R> then(Function<? super T, ? extends Answer<R>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Refused<T>(Problem problem) -> new Refused<>(problem);
            case Unreachable<T>(String reason) -> new Unreachable<>(reason);
        };
    }
}
