package org.chengshu.core.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.chengshu.core.spi.SearchEntry;

/**
 * One node's index in its data folder. It can be thrown away at any time: everything in it is made again from the database.
 * With each commit it keeps how far it has come. Writing by one thread, searching by many.
 */
final class SearchIndex implements AutoCloseable {
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    SearchIndex(Path folder, Questions questions) throws IOException {
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(questions.analyzer()).setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
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

    void put(String kind, SearchEntry entry) {
        Document document = new Document();
        document.add(new StringField(Fields.KEY, key(kind, entry.id()), Field.Store.NO));
        document.add(new StringField(Fields.KIND, kind, Field.Store.NO));
        document.add(new StoredField(Fields.ID, entry.id()));
        document.add(new StringField(Fields.AREA, entry.areaPath().orElse(""), Field.Store.NO));
        List<String> codes = Questions.codes(entry.id(), entry.codes());
        codes.forEach(code -> document.add(new StringField(Fields.CODE, code, Field.Store.NO)));
        String title = entry.title().zh() + " " + entry.title().en();
        document.add(new TextField(Fields.TITLE, title, Field.Store.NO));
        document.add(
                new TextField(Fields.ALL, title + " " + String.join(" ", codes) + " " + entry.words(), Field.Store.NO));
        Initials.endings(entry.title().zh())
                .forEach(ending -> document.add(new StringField(Fields.INITIALS, ending, Field.Store.NO)));
        try {
            writer.updateDocument(new Term(Fields.KEY, key(kind, entry.id())), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String kind, String id) {
        return kind + ":" + id;
    }

    /** Lets searches see what was put. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit(Map<String, String> marks) throws IOException {
        writer.setLiveCommitData(marks.entrySet());
        writer.commit();
    }

    /** The ids of the best, best first. */
    Found find(Query query, int most) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                StoredFields stored = searcher.storedFields();
                List<String> ids = new ArrayList<>();
                float best = 0;
                for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
                    ids.add(stored.document(hit.doc).get(Fields.ID));
                    best = Math.max(best, hit.score);
                }
                return new Found(ids, best);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count(Query query) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return searcher.count(query);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids, and how well the best of them fits. */
    record Found(List<String> ids, float best) {}

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
