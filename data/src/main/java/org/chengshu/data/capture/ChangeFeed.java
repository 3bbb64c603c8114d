package org.chengshu.data.capture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.feed.Change;
import org.chengshu.data.feed.Feed;
import org.postgresql.replication.LogSequenceNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Changes of one table, whole transactions only; ends when enough have come, or none for a while. */
final class ChangeFeed implements Feed {
    private static final long WHILE_MILLIS = 200;

    private final LogStream log;
    private final Changes changes;
    private final int most;
    private final long latest;
    private final Deque<ChangeRow> waiting = new ArrayDeque<>();
    private List<String> columns = List.of();
    private ChangeRow present;
    private boolean within;
    private boolean ended;
    private long position;
    private long line;

    /**
     * @param position where the log goes on
     * @param most rows after which a new transaction is left for the next feed
     */
    ChangeFeed(LogStream log, Changes changes, long position, int most, long nanos) {
        this.log = log;
        this.changes = changes;
        this.position = position;
        this.most = most;
        this.latest = System.nanoTime() + nanos;
    }

    /** Waits for the first change; false when none comes. */
    boolean begins() {
        fill();
        columns = changes.columns().orElse(List.of());
        return !waiting.isEmpty();
    }

    /** Where the log goes on after all that was delivered. */
    long position() {
        return position;
    }

    private void fill() {
        while (waiting.isEmpty() && !ended) {
            Optional<Message> message = log.next(WHILE_MILLIS);
            if (message.isPresent()) {
                take(message.get());
            } else if (!within) {
                ended = true;
            }
        }
    }

    private void take(Message message) {
        if (message instanceof Message.Begin) {
            within = true;
        }
        waiting.addAll(changes.of(message));
        if (message instanceof Message.Commit(long end)) {
            within = false;
            position = end;
            ended = line >= most || System.nanoTime() >= latest;
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean next() {
        fill();
        present = waiting.poll();
        line += present == null ? 0 : 1;
        return present != null;
    }

    @Override
    public Optional<String> cell(int column) {
        return present.cells().getOrDefault(columns.get(column), Optional.empty());
    }

    @Override
    public Change change() {
        return present.change();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public Optional<JsonNode> mark() {
        String text = LogSequenceNumber.valueOf(position).asString();
        return Optional.of(JsonNodeFactory.instance.objectNode().put("position", text));
    }

    @Override
    public void close() {
        // The log outlives the feed: its position is confirmed once the rows are stored.
    }
}
