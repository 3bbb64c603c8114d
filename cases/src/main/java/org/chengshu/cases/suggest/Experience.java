package org.chengshu.cases.suggest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.chengshu.cases.suggest.Example.Matter;
import org.chengshu.cases.suggest.Example.Neighbour;

/**
 * What a node has learned from past cases, in a Lucene index of its own: the cases most like a text by BM25. It does not
 * change once learned. Safe for use by many threads until closed.
 */
final class Experience implements AutoCloseable {
    private static final int NEIGHBOURS = 40;
    private static final float KNOWN_CATEGORY = 4;
    private static final String ID = "id";
    private static final String WORDS = "words";

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Words words;
    private final Instant at;

    private Experience(Directory directory, DirectoryReader reader, Words words, Instant at) {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.words = words;
        this.at = at;
    }

    /** Learns from all examples, in a folder whose former content goes. */
    static Experience of(Stream<Example> examples, Path folder, Words words, Instant at) throws IOException {
        Directory directory = FSDirectory.open(folder);
        IndexWriterConfig fresh =
                new IndexWriterConfig(new WhitespaceAnalyzer()).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        try (IndexWriter writer = new IndexWriter(directory, fresh)) {
            examples.forEach(example -> {
                try {
                    writer.addDocument(document(example, words));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            directory.close();
            throw e.getCause();
        }
        return new Experience(directory, DirectoryReader.open(directory), words, at);
    }

    int size() {
        return reader.numDocs();
    }

    Instant at() {
        return at;
    }

    /** The past cases most like this text; a case is not its own neighbour. */
    List<Neighbour> like(Optional<UUID> self, String text, Optional<String> category) {
        List<String> asked = words.of(text);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        asked.forEach(word -> query.add(new TermQuery(new Term(WORDS, word)), Occur.SHOULD));
        category.ifPresent(known -> query.add(
                new BoostQuery(new TermQuery(new Term(Matter.CATEGORY.name(), known)), KNOWN_CATEGORY), Occur.SHOULD));
        self.ifPresent(id -> query.add(new TermQuery(new Term(ID, id.toString())), Occur.MUST_NOT));
        try {
            List<Neighbour> found = new ArrayList<>(NEIGHBOURS);
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc hit : searcher.search(query.build(), NEIGHBOURS).scoreDocs) {
                found.add(neighbour(stored.document(hit.doc), hit.score, asked));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Example example, Words words) {
        Document document = new Document();
        document.add(new StringField(ID, example.id().toString(), Field.Store.YES));
        document.add(new TextField(WORDS, String.join(" ", words.of(example.text())), Field.Store.YES));
        example.answers()
                .forEach((matter, value) -> document.add(
                        matter == Matter.CATEGORY
                                ? new StringField(matter.name(), value, Field.Store.YES)
                                : new StoredField(matter.name(), value)));
        return document;
    }

    private static Neighbour neighbour(Document document, double likeness, List<String> asked) {
        Map<Matter, String> answers = new EnumMap<>(Matter.class);
        for (Matter matter : Matter.values()) {
            String value = document.get(matter.name());
            if (value != null) {
                answers.put(matter, value);
            }
        }
        Set<String> own = Set.copyOf(Arrays.asList(document.get(WORDS).split(" ")));
        return new Neighbour(
                UUID.fromString(document.get(ID)),
                likeness,
                answers,
                asked.stream().filter(own::contains).toList());
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
