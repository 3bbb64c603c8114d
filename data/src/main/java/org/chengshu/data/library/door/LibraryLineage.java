package org.chengshu.data.library.door;

import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageSource;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.KnownSource;
import org.chengshu.data.library.definition.Library;
import org.chengshu.data.library.definition.LibraryBook;
import org.chengshu.data.library.definition.LibrarySource;
import org.springframework.stereotype.Component;

/** Which columns of sources go into which fields of a library, and which decide what belongs together. */
@Component
final class LibraryLineage implements LineageSource {
    private final LibraryBook book;

    LibraryLineage(LibraryBook book) {
        this.book = book;
    }

    @Override
    public Stream<LineageEdge> edges() {
        return book.list().stream()
                .flatMap(library -> book.sources(library.id()).stream().flatMap(source -> edges(library, source)));
    }

    private static Stream<LineageEdge> edges(KnownLibrary known, KnownSource source) {
        Library library = known.library();
        LineageEdge.Maker maker = new LineageEdge.Maker(
                "library",
                library.id(),
                library.title(),
                library.owner(),
                String.valueOf(known.version()),
                Optional.of("/data/libraries/" + library.id()));
        String from = source.source().dataset();
        return source.source().fields().entrySet().stream()
                .flatMap(entry -> steps(library, entry.getKey(), entry.getValue(), from, maker));
    }

    private static Stream<LineageEdge> steps(
            Library library, String field, LibrarySource.FieldSource column, String from, LineageEdge.Maker maker) {
        int place = library.place(field);
        if (place < 0) {
            return Stream.empty();
        }
        boolean standard =
                column.standard().or(library.fields().get(place)::standard).isPresent();
        LineageEdge.Point start = LineageEdge.Point.field(from, column.column());
        LineageEdge value = new LineageEdge(
                start,
                LineageEdge.Point.field(library.dataset(), field),
                standard ? LineageEdge.How.COMPUTED : LineageEdge.How.COPIED,
                maker);
        return joins(library, place)
                ? Stream.of(
                        value,
                        new LineageEdge(
                                start, LineageEdge.Point.rows(library.dataset()), LineageEdge.How.JOINED, maker))
                : Stream.of(value);
    }

    /** Whether a key or a rule looks at the field. */
    private static boolean joins(Library library, int place) {
        return library.keys().stream().anyMatch(key -> key.fields().contains(place))
                || library.fuzzy().stream()
                        .anyMatch(rule -> rule.comparisons().stream().anyMatch(one -> one.field() == place)
                                || rule.blocks().stream().anyMatch(one -> one.field() == place));
    }
}
