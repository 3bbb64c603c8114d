package org.chengshu.data.library.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.KnownSource;
import org.chengshu.data.library.definition.Library;
import org.chengshu.data.library.definition.LibraryKey;
import org.chengshu.data.library.match.FuzzyRule;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A library on the wire.
 *
 * @param members rows that take part, {@code records + joins}
 * @param review pairs that wait for people
 * @param building whether a build is running
 */
record LibraryView(
        String id,
        Text title,
        Text description,
        String owner,
        String dataset,
        Optional<String> pack,
        int version,
        long records,
        long members,
        long review,
        boolean building,
        Optional<Instant> builtAt,
        List<Field> fields,
        List<Key> keys,
        List<Rule> rules,
        List<Source> sources,
        JsonNode definition) {

    record Field(
            String name, Text title, FieldType type, Optional<String> unit, int sensitivity, List<String> survive) {}

    record Key(String id, Text title, List<String> fields, boolean identity) {}

    record Rule(String id, double sure, double review, List<Part> parts) {}

    record Part(String field, String by, double weight) {}

    /** @param members rows of it that take part: {@code rows = members + refused} */
    record Source(
            String id,
            Text title,
            String dataset,
            int priority,
            Optional<String> pack,
            int version,
            Optional<Integer> revision,
            Optional<Instant> readAt,
            long rows,
            long members,
            long refused,
            long unreadable,
            Optional<Text> note,
            JsonNode definition) {
        static Source of(KnownSource known) {
            return new Source(
                    known.id(),
                    known.source().title(),
                    known.source().dataset(),
                    known.source().priority(),
                    known.pack(),
                    known.version(),
                    known.revision().filter(number -> number > 0),
                    known.readAt(),
                    known.rows(),
                    known.members(),
                    known.refused(),
                    known.unreadable(),
                    known.note(),
                    known.json());
        }
    }

    static List<Field> fields(Library library) {
        return library.fields().stream()
                .map(field -> new Field(
                        field.name(),
                        field.title(),
                        field.type(),
                        field.unit(),
                        field.sensitivity(),
                        field.choice().criteria().stream()
                                .map(criterion -> criterion.word())
                                .toList()))
                .toList();
    }

    static LibraryView of(KnownLibrary known, Figures figures, List<KnownSource> sources) {
        Library library = known.library();
        return new LibraryView(
                library.id(),
                library.title(),
                library.description(),
                library.owner(),
                library.dataset(),
                known.pack(),
                known.version(),
                figures.records(),
                figures.members(),
                figures.review(),
                figures.building(),
                figures.builtAt(),
                fields(library),
                library.keys().stream().map(key -> key(library, key)).toList(),
                library.fuzzy().stream().map(rule -> rule(library, rule)).toList(),
                sources.stream().map(Source::of).toList(),
                known.json());
    }

    record Figures(long records, long members, long review, boolean building, Optional<Instant> builtAt) {}

    private static Key key(Library library, LibraryKey key) {
        return new Key(
                key.id(),
                key.title(),
                key.fields().stream().map(library.names()::get).toList(),
                key.identity());
    }

    private static Rule rule(Library library, FuzzyRule rule) {
        return new Rule(
                rule.id(),
                rule.sure(),
                rule.review(),
                rule.comparisons().stream()
                        .map(one -> new Part(
                                library.names().get(one.field()), one.by().word(), one.weight()))
                        .toList());
    }
}
