package org.chengshu.data.feed.web;

import java.util.List;
import java.util.Optional;
import org.chengshu.data.feed.Feed;

/** What a source delivers that has nothing: it names no columns either. */
record NoRows(List<String> columns) implements Feed {
    @Override
    public boolean next() {
        return false;
    }

    @Override
    public Optional<String> cell(int column) {
        return Optional.empty();
    }

    @Override
    public long line() {
        return 0;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
