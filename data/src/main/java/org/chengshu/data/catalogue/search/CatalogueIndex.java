package org.chengshu.data.catalogue.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * One node's index of the catalogue in its data folder. It can be thrown away at any time: everything in it is made again
 * from the database. With each commit it keeps how far it has come. Writing by one thread, searching by many.
 */
final class CatalogueIndex implements AutoCloseable {
    private static final double BUFFER_MB = 64;

    /** What a search does. */
    @FunctionalInterface
    interface Work<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    CatalogueIndex(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(new KeywordAnalyzer())
                        .setRAMBufferSizeMB(BUFFER_MB)
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
        searchers = new SearcherManager(writer, null);
    }

    /** What was kept with the last commit. */
    Map<String, String> marks() {
        Map<String, String> marks = new HashMap<>();
        Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
        if (kept != null) {
            kept.forEach(entry -> marks.put(entry.getKey(), entry.getValue()));
        }
        return marks;
    }

    void clear() throws IOException {
        writer.deleteAll();
    }

    void put(String id, Document document) throws IOException {
        writer.updateDocument(new Term(EntryDocument.ID, id), document);
    }

    void forget(String id) throws IOException {
        writer.deleteDocuments(new Term(EntryDocument.ID, id));
    }

    /** Lets searches see what was put. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit(Map<String, String> marks) throws IOException {
        writer.setLiveCommitData(marks.entrySet());
        writer.commit();
    }

    <T> T search(Work<T> work) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return work.with(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
