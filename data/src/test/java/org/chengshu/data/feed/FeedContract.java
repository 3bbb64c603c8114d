package org.chengshu.data.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What every kind of feed does, whatever it reads. */
public abstract class FeedContract {
    protected static final List<String> COLUMNS = List.of("id", "name", "note");

    /** Makes the source hold just these rows of three cells: a number that grows, a text, a text that may be empty. */
    protected abstract void given(List<List<String>> rows) throws Exception;

    /** Adds rows to what the source holds. */
    protected abstract void more(List<List<String>> rows) throws Exception;

    protected abstract Feed open(Optional<JsonNode> from);

    /** Whether the source tells how many rows it delivered. */
    protected abstract boolean tells();

    /** Whether a later feed can go on where a former ended. */
    protected abstract boolean goesOn();

    protected static List<List<String>> rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> List.of(String.valueOf(i), "东湖, \"" + i + "\" 号", i % 3 == 0 ? "" : "两\n行"))
                .toList();
    }

    protected static List<List<String>> read(Feed feed) {
        List<List<String>> rows = new ArrayList<>();
        while (feed.next()) {
            assertThat(feed.broken()).isEmpty();
            rows.add(IntStream.range(0, feed.columns().size())
                    .mapToObj(i -> feed.cell(i).orElse(""))
                    .toList());
        }
        return rows;
    }

    @Test
    void deliversColumnsAndRowsAsTheyAre() throws Exception {
        given(rows(1, 40));
        try (Feed feed = open(Optional.empty())) {
            assertThat(feed.columns()).isEqualTo(COLUMNS);
            assertThat(read(feed)).isEqualTo(rows(1, 40));
            assertThat(feed.next()).isFalse();
        }
    }

    @Test
    void linesNeverFall() throws Exception {
        given(rows(1, 12));
        try (Feed feed = open(Optional.empty())) {
            for (long last = 0; feed.next(); last = feed.line()) {
                assertThat(feed.line()).isGreaterThan(last);
            }
        }
    }

    @Test
    void theSourceTellsWhatItDelivered() throws Exception {
        given(rows(1, 25));
        try (Feed feed = open(Optional.empty())) {
            read(feed);
            Optional<Long> told = feed.totals().rows();
            assertThat(told).isEqualTo(tells() ? Optional.of(25L) : Optional.empty());
        }
    }

    @Test
    void goesOnAfterAMarkOrCanBeReadAgain() throws Exception {
        given(rows(1, 10));
        Optional<JsonNode> mark;
        try (Feed feed = open(Optional.empty())) {
            read(feed);
            mark = feed.mark();
        }
        assertThat(mark.isPresent()).isEqualTo(goesOn());
        if (!goesOn()) {
            try (Feed again = open(Optional.empty())) {
                assertThat(again.repeatable()).isTrue();
                assertThat(read(again)).isEqualTo(rows(1, 10));
            }
            return;
        }
        more(rows(11, 14));
        try (Feed later = open(mark)) {
            assertThat(read(later)).isEqualTo(rows(11, 14));
            assertThat(later.mark()).isNotEqualTo(mark);
        }
    }

    @Test
    void nothingNewIsAnEndNotAFault() throws Exception {
        if (goesOn()) {
            given(rows(1, 3));
            Optional<JsonNode> mark;
            try (Feed feed = open(Optional.empty())) {
                read(feed);
                mark = feed.mark();
            }
            try (Feed later = open(mark)) {
                assertThat(read(later)).isEmpty();
                assertThat(later.mark()).isEqualTo(mark);
            }
        }
    }

    @Test
    void mayBeClosedAtAnyTime() throws Exception {
        given(rows(1, 5));
        try (Feed feed = open(Optional.empty())) {
            assertThat(feed.columns()).isNotEmpty();
        }
        try (Feed feed = open(Optional.empty())) {
            assertThat(feed.next()).isTrue();
        }
    }
}
