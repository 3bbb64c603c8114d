package org.chengshu.data.library.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.data.Datasets;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.LibraryBook;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Lets base libraries be found by id, name and the names of their fields. */
@Component
final class LibrarySearch implements SearchSource {
    private final LibraryBook book;

    LibrarySearch(LibraryBook book) {
        this.book = book;
    }

    @Override
    public String kind() {
        return "library";
    }

    @Override
    public Text title() {
        return Text.of("基础库", "Libraries");
    }

    @Override
    public String permission() {
        return Datasets.READ;
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        book.list().stream()
                .filter(library -> since.map(library.changedAt()::isAfter).orElse(true))
                .forEach(library -> to.accept(entry(library)));
    }

    private static SearchEntry entry(KnownLibrary known) {
        StringBuilder words = new StringBuilder(known.library().owner());
        known.library().fields().forEach(field -> words.append(' ')
                .append(field.title().zh())
                .append(' ')
                .append(field.title().en()));
        return new SearchEntry(
                known.id(),
                known.library().title(),
                List.of(known.library().dataset()),
                words.toString(),
                Optional.empty());
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        return ids.stream()
                .flatMap(id -> book.find(id).stream())
                .map(known -> new SearchHit(
                        kind(),
                        known.id(),
                        known.library().title(),
                        Text.of("基础库 · " + known.id(), "library · " + known.id()),
                        "/data/libraries/" + known.id()))
                .toList();
    }
}
