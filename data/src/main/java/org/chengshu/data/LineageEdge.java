package org.chengshu.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.kernel.Text;

/**
 * One step of a field's way, directed as the data flows: what is at {@code from} goes into {@code to}. Column by column where
 * that is known; the field {@value Point#ROWS} stands for the rows of a thing as such, so a condition on a field is an edge
 * from the field to the rows. Immutable.
 *
 * @param by what makes the step, as people know it
 */
public record LineageEdge(Point from, Point to, How how, Maker by) {
    public LineageEdge {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(by, "by");
    }

    /** What has fields. {@code TABLE} is a table inside a module, known as one thing. */
    public enum Kind {
        SOURCE,
        TABLE,
        DATASET,
        INDICATOR,
        RULE,
        TAG,
        EXPORT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> find(String word) {
            return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }
    }

    /**
     * What becomes of a value on the way, the weakest first: it decides which rows there are ({@code FILTERED}) or which
     * belong together ({@code JOINED}), is taken over as it is, goes into a computation over one row, or over many.
     */
    public enum How {
        FILTERED,
        JOINED,
        COPIED,
        COMPUTED,
        AGGREGATED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the value itself goes on, not only its influence on which rows there are. */
        public boolean carries() {
            return compareTo(COPIED) >= 0;
        }
    }

    /** A field of a thing. */
    public record Point(Kind kind, String id, String field) {
        public static final String ROWS = "*";

        public Point {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(field, "field");
        }

        public static Point of(Kind kind, String id, String field) {
            return new Point(kind, id, field);
        }

        /** A field of a dataset. */
        public static Point field(String dataset, String field) {
            return new Point(Kind.DATASET, dataset, field);
        }

        /** The rows of a dataset as such. */
        public static Point rows(String dataset) {
            return new Point(Kind.DATASET, dataset, ROWS);
        }

        public boolean isRows() {
            return field.equals(ROWS);
        }
    }

    /**
     * A mapping, view, library, theme, rule or whatever else makes fields out of fields.
     *
     * @param kind one word, such as {@code theme}
     * @param owner the code of the organisation that answers for it, or the module
     * @param version of its definition, so that a change of it can be told
     * @param page its address in the web interface
     */
    public record Maker(String kind, String id, Text title, String owner, String version, Optional<String> page) {
        public Maker {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(page, "page");
        }
    }
}
