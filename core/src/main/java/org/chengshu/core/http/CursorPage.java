package org.chengshu.core.http;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list, newest first; {@code next} is the cursor of the page that follows, absent on the last one. */
public record CursorPage<T>(List<T> items, Optional<String> next) {
    public CursorPage {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }

    public <R> CursorPage<R> map(Function<? super T, ? extends R> change) {
        return new CursorPage<>(items.stream().<R>map(change).toList(), next);
    }
}
