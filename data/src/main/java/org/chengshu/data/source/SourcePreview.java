package org.chengshu.data.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.feed.Feed;
import org.chengshu.kernel.Text;

/**
 * The first rows of a source. Immutable.
 *
 * @param expected about how many rows there are, when the source says it
 */
record SourcePreview(List<String> columns, List<PreviewRow> rows, Optional<Long> expected) {
    private static final int LONGEST_CELL = 500;

    record PreviewRow(long line, List<Optional<String>> cells, Optional<Text> broken) {}

    static SourcePreview of(Feed feed, int limit) {
        List<PreviewRow> rows = new ArrayList<>();
        while (rows.size() < limit && feed.next()) {
            List<Optional<String>> cells = new ArrayList<>();
            for (int i = 0; i < feed.columns().size(); i++) {
                cells.add(feed.cell(i).map(SourcePreview::shortened));
            }
            rows.add(new PreviewRow(feed.line(), cells, feed.broken()));
        }
        Optional<Long> expected =
                feed.expected().isPresent() ? Optional.of(feed.expected().getAsLong()) : Optional.empty();
        return new SourcePreview(feed.columns(), rows, expected);
    }

    private static String shortened(String cell) {
        return cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell;
    }
}
