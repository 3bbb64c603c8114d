package org.chengshu.data.feed.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedTotals;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Rows of a web source, laid down on the disk while they are read. */
final class WebFeed implements Feed {
    private static final String NUMBER = "-?\\d{1,30}(\\.\\d{1,30})?";

    private final Path file;
    private final Feed rows;
    private final WebPages pages;
    private final int byIndex;
    private Optional<String> greatest;

    WebFeed(Path file, Feed rows, WebPages pages, Optional<String> by, Optional<String> since) {
        this.file = file;
        this.rows = rows;
        this.pages = pages;
        this.byIndex = by.map(rows.columns()::indexOf).orElse(-1);
        this.greatest = since;
        if (by.isPresent() && byIndex < 0 && pages.rows() > 0) {
            throw new Fault(DataError.SOURCE_FAULTY, "by: the rows have no column " + by.get());
        }
    }

    @Override
    public List<String> columns() {
        return rows.columns();
    }

    @Override
    public boolean next() {
        if (!rows.next()) {
            return false;
        }
        if (byIndex >= 0) {
            rows.cell(byIndex)
                    .filter(value ->
                            greatest.filter(most -> compare(most, value) >= 0).isEmpty())
                    .ifPresent(value -> greatest = Optional.of(value));
        }
        return true;
    }

    private static int compare(String one, String other) {
        return one.matches(NUMBER) && other.matches(NUMBER)
                ? new BigDecimal(one).compareTo(new BigDecimal(other))
                : one.compareTo(other);
    }

    @Override
    public Optional<String> cell(int column) {
        return rows.cell(column);
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public Optional<Text> broken() {
        return rows.broken();
    }

    @Override
    public Optional<JsonNode> mark() {
        return greatest.map(value -> JsonNodeFactory.instance.objectNode().put("since", value));
    }

    @Override
    public OptionalLong expected() {
        return OptionalLong.of(pages.rows());
    }

    @Override
    public FeedTotals totals() {
        return pages.total().map(FeedTotals::ofRows).orElseGet(FeedTotals::untold);
    }

    @Override
    public void close() {
        try (rows) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Fault(DataError.FEED_BROKEN, "the laid down rows cannot be removed: " + e.getMessage(), e);
        }
    }
}
