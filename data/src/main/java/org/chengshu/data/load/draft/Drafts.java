package org.chengshu.data.load.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.feed.Feed;
import org.chengshu.kernel.Text;

/** Proposes the fields of a dataset from the first rows of a feed. Stateless. */
public final class Drafts {
    private static final int FEWEST_SAMPLED = 2_000;
    private static final int MOST_SAMPLED = 20_000;
    private static final int CELLS_SAMPLED = 300_000;
    private static final int SHOWN = 100;
    private static final int PERSONAL = 3;
    private static final int INTERNAL = 2;
    private static final Pattern OF_PERSONS =
            Pattern.compile("(?i).*(身份证|手机|姓名|联系人|联系电话|法定代表人|法人代表|id_?card|mobile|passport).*");

    private Drafts() {}

    /** Reads {@value #FEWEST_SAMPLED} to {@value #MOST_SAMPLED} rows, the more the fewer columns; the caller closes the feed. */
    public static Draft of(Feed feed) {
        List<String> columns = feed.columns();
        List<ColumnGuess> guesses = columns.stream().map(ColumnGuess::new).toList();
        List<Sampled> rows = new ArrayList<>();
        int sampled = Math.clamp(CELLS_SAMPLED / Math.max(1, columns.size()), FEWEST_SAMPLED, MOST_SAMPLED);
        long read = 0;
        while (read < sampled && feed.next()) {
            read++;
            List<Optional<String>> cells = cells(feed, guesses);
            if (rows.size() < SHOWN) {
                rows.add(new Sampled(feed.line(), cells, feed.broken()));
            }
        }
        return new Draft(columns, fields(columns, guesses), rows, read, read < sampled);
    }

    private static List<Optional<String>> cells(Feed feed, List<ColumnGuess> guesses) {
        List<Optional<String>> cells = new ArrayList<>(guesses.size());
        for (int i = 0; i < guesses.size(); i++) {
            Optional<String> cell = feed.cell(i);
            if (feed.broken().isEmpty()) {
                cell.ifPresent(guesses.get(i)::see);
            }
            cells.add(cell);
        }
        return cells;
    }

    private static List<DraftField> fields(List<String> columns, List<ColumnGuess> guesses) {
        FieldNames names = new FieldNames();
        List<DraftField> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            ColumnGuess seen = guesses.get(i);
            ColumnGuess.Guess guess = seen.guess();
            fields.add(new DraftField(
                    column,
                    names.draft(column, i),
                    Text.of(column.strip(), column.strip()),
                    guess.type(),
                    guess.format(),
                    Optional.of("null").filter(word -> seen.hasNullWords() && guess.type() != FieldType.TEXT),
                    OF_PERSONS.matcher(column).matches() ? PERSONAL : INTERNAL,
                    seen.filled(),
                    guess.failing(),
                    guess.failures(),
                    seen.examples()));
        }
        return fields;
    }

    /**
     * @param rows the first of them, as delivered
     * @param read how many were looked at
     * @param all whether these were all there are
     */
    public record Draft(List<String> columns, List<DraftField> fields, List<Sampled> rows, long read, boolean all) {}

    public record Sampled(long line, List<Optional<String>> cells, Optional<Text> broken) {}
}
