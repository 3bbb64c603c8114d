package org.chengshu.sense.imports;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.chengshu.core.sheets.CsvReader;

/** Reads batches of a file in a thread of its own, a few ahead of whoever takes them. */
final class ReadAhead implements AutoCloseable {
    private static final int BATCH_LINES = 5_000;
    private static final int AHEAD = 2;

    private final CsvFile csv;
    private final RowTaker taker;
    private final ImportOrder order;
    private final BlockingQueue<Read> read = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;

    ReadAhead(CsvFile csv, RowTaker taker, ImportOrder order) {
        this.csv = csv;
        this.taker = taker;
        this.order = order;
        this.thread = Thread.ofPlatform().name("import-reader").start(this::run);
    }

    /** A batch, or why there is none. */
    private sealed interface Read {
        record Batch(ImportBatch rows) implements Read {}

        record Failed(Exception cause) implements Read {}
    }

    private void run() {
        try {
            try {
                ImportBatch batch = fill();
                while (!batch.isLast()) {
                    read.put(new Read.Batch(batch));
                    batch = fill();
                }
                read.put(new Read.Batch(batch));
            } catch (IOException | RuntimeException e) {
                read.put(new Read.Failed(e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ImportBatch fill() throws IOException, InterruptedException {
        ImportBatch batch = new ImportBatch(order);
        for (int line = 0; line < BATCH_LINES; line++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Optional<CsvReader.Row> row = csv.next();
            if (row.isEmpty()) {
                batch.end();
                return batch;
            }
            taker.take(row.get(), batch);
        }
        return batch;
    }

    ImportBatch next() throws IOException {
        try {
            return switch (read.take()) {
                case Read.Batch(ImportBatch rows) -> rows;
                case Read.Failed(IOException e) -> throw new IOException(e.getMessage(), e);
                case Read.Failed(RuntimeException e) -> throw e;
                case Read.Failed(Exception e) -> throw new IllegalStateException(e);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the import was stopped");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
