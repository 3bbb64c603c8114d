package org.chengshu.data.feed.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** A feed of a file that was put on the disk for it and goes with it. */
final class OnDisk implements Feed {
    private final Path file;
    private final Feed feed;

    private OnDisk(Path file, Feed feed) {
        this.file = file;
        this.feed = feed;
    }

    static Feed feed(Path file, Function<Path, Feed> reader) throws IOException {
        try {
            return new OnDisk(file, reader.apply(file));
        } catch (Fault e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

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
    public boolean repeatable() {
        return true;
    }

    @Override
    public void close() {
        try (feed) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Fault(DataError.FILE_UNREADABLE, "its copy cannot be removed: " + e.getMessage(), e);
        }
    }
}
