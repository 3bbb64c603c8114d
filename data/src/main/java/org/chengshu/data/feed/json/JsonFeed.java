package org.chengshu.data.feed.json;

import java.util.List;
import java.util.Optional;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.table.Heads;
import org.chengshu.kernel.Text;

/** Objects as rows: a column for every name that any of them has. */
final class JsonFeed implements Feed {
    private final JsonRows rows;
    private final List<String> names;
    private final List<String> columns;
    private Optional<JsonRows.Item> present = Optional.empty();

    JsonFeed(JsonRows rows, List<String> names) {
        this.rows = rows;
        this.names = names;
        this.columns = Heads.of(names, names.size());
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean next() {
        present = rows.next();
        return present.isPresent();
    }

    @Override
    public Optional<String> cell(int column) {
        JsonRows.Item item = present.orElseThrow();
        if (item.broken().isPresent()) {
            return column == 0 ? Optional.of(item.raw()) : Optional.empty();
        }
        return item.cells().getOrDefault(names.get(column), Optional.empty());
    }

    @Override
    public long line() {
        return present.map(JsonRows.Item::line).orElse(0L);
    }

    @Override
    public Optional<Text> broken() {
        return present.flatMap(JsonRows.Item::broken);
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public void close() {
        rows.close();
    }
}
