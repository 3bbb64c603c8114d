package org.chengshu.data.feed.file;

import java.util.List;
import java.util.Optional;
import org.chengshu.data.feed.Feed;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** A file's rows; the next read goes on with the next file. */
record MarkedFeed(Feed feed, JsonNode place) implements Feed {
    @Override
    public List<String> columns() {
        return feed.columns();
    }

    @Override
    public boolean next() {
        return feed.next();
    }

    @Override
    public Optional<String> cell(int column) {
        return feed.cell(column);
    }

    @Override
    public long line() {
        return feed.line();
    }

    @Override
    public Optional<Text> broken() {
        return feed.broken();
    }

    @Override
    public Optional<JsonNode> mark() {
        return Optional.of(place);
    }

    @Override
    public void close() {
        feed.close();
    }
}
