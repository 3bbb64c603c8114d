package org.chengshu.data.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.data.Condition;

/**
 * What a quality rule asks of the rows of one dataset. Most checks fail row by row; {@link Gaps} and a grouped {@link Fresh}
 * fail by what is not there. Immutable; fields are names of the dataset's fields.
 */
public sealed interface Check {
    /** The kind of badness that a failure is, unless the rule says another. */
    QualityKind kind();

    /** The fields of the rule's own dataset that it looks at. */
    List<String> fields();

    /** The field holds a value: not null, not blank, not a word that stands for nothing. */
    record NotNull(String field, List<String> nullWords) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.MISSING;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** What is missing is left empty, not written as a word such as 无 or N/A. */
    record NullWord(String field, List<String> nullWords) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.DISORDERED;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /**
     * Nothing is left out between the first value and the last: of every period of the grain there is a row, for an integer
     * field (no grain) of every number; within each group where fields to group by are given.
     */
    record Gaps(String field, Optional<String> grain, List<String> groupBy) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.MISSING;
        }

        @Override
        public List<String> fields() {
            return joined(List.of(field), groupBy);
        }
    }

    /** No two rows carry the same values in all these fields; rows that lack one are passed over. */
    record Unique(List<String> fields) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.REDUNDANT;
        }
    }

    /** As {@link Unique}, after width, case, blanks and punctuation are set aside. */
    record LookAlike(List<String> fields) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.REDUNDANT;
        }
    }

    /** A number within limits; {@code aboveMin} leaves the lower limit itself out. */
    record Range(String field, Optional<Double> min, Optional<Double> max, boolean aboveMin) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.WRONG;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** The whole text matches a regular expression of PostgreSQL's advanced kind. */
    record Pattern(String field, String regex) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.WRONG;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** The text is one of a list. */
    record Codes(String field, List<String> values) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.WRONG;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** A standard function takes the text, such as {@code credit-code} or {@code code:table=gender}. */
    record Standard(String field, String standard) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.WRONG;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** The first field is not above (later than) the second; rows that lack one are passed over. */
    record Order(String lower, String upper) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.WRONG;
        }

        @Override
        public List<String> fields() {
            return List.of(lower, upper);
        }
    }

    /** The field equals the sum of its terms, to within a share of the larger side. */
    record Sum(String field, List<Term> terms, double within) implements Check {
        /** A field times a factor, such as 3.412 between kBtu and kWh. */
        public record Term(String field, double factor) {}

        @Override
        public QualityKind kind() {
            return QualityKind.WRONG;
        }

        @Override
        public List<String> fields() {
            return joined(List.of(field), terms.stream().map(Term::field).toList());
        }
    }

    /**
     * A number is not far outside of the others, of its group where one is named: by quartiles (beyond {@code k} times the
     * distance between them, Tukey 1977) or by the median absolute deviation (beyond {@code k} times its 1.4826-fold).
     * Groups of fewer than 20 rows are passed over. With {@code log} the logarithms of the positive numbers are compared.
     */
    record Outlier(String field, Optional<String> groupBy, boolean byDeviation, double k, boolean log)
            implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.WRONG;
        }

        @Override
        public List<String> fields() {
            return joined(List.of(field), groupBy.stream().toList());
        }
    }

    /** The field does not carry one of these values, which stand in for what is not known (a city hall's coordinates). */
    record Placeholder(String field, List<String> values) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.WRONG;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** No row fulfils all these conditions. */
    record Never(List<Condition> conditions) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.WRONG;
        }

        @Override
        public List<String> fields() {
            return conditions.stream().map(Condition::field).distinct().toList();
        }
    }

    /** A number is not above that of the row which another dataset has for the same key. */
    record Within(String field, String on, String dataset, String key, String limit) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.WRONG;
        }

        @Override
        public List<String> fields() {
            return List.of(field, on);
        }
    }

    /** The text has one of these shapes: 9 for digits, A for letters, 汉 for characters, the rest as it stands. */
    record Shapes(String field, List<String> shapes) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.DISORDERED;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** No blanks at either end or doubled within, no full-width letters or digits, no control or replacement characters. */
    record Tidy(String field) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.DISORDERED;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** One thing is written in one way: of spellings that differ in width, case and blanks only, the most frequent. */
    record Spelling(String field) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.DISORDERED;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** Rows that agree in the key agree in the field too; of several values the most frequent is held to be right. */
    record Consistent(List<String> key, String field) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.DISORDERED;
        }

        @Override
        public List<String> fields() {
            return joined(key, List.of(field));
        }
    }

    /**
     * The newest row is younger than a duration; with fields to group by that of each group, measured from the newest of
     * all rather than from now when {@code fromNewest}.
     */
    record Fresh(String field, Duration within, List<String> groupBy, boolean fromNewest) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.STALE;
        }

        @Override
        public List<String> fields() {
            return joined(List.of(field), groupBy);
        }
    }

    /** What the field refers to is there in another dataset. */
    record Reference(String field, String dataset, String key) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.FRAGMENTED;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /**
     * A value does not stay the same for {@code atLeast} rows or more that follow each other along a time or number, within
     * each group where fields to group by are given; a row without a value ends a run.
     */
    record Stuck(String field, String along, List<String> groupBy, int atLeast) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.WRONG;
        }

        @Override
        public List<String> fields() {
            return joined(List.of(field, along), groupBy);
        }
    }

    /** One thing is one row: rows of one key that only complete each other, without contradiction, are pieces of one. */
    record Whole(List<String> key, List<String> parts) implements Check {
        @Override
        public QualityKind kind() {
            return QualityKind.FRAGMENTED;
        }

        @Override
        public List<String> fields() {
            return joined(key, parts);
        }
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
