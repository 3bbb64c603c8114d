package org.chengshu.data.library.build;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Row;
import org.chengshu.data.library.definition.Library;
import org.chengshu.data.library.definition.LibraryField;
import org.chengshu.data.library.definition.LibrarySource;
import org.chengshu.data.library.golden.MemberRow;
import org.chengshu.data.library.match.Hashes;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standardiser;
import org.chengshu.data.standard.Standards;

/** How rows of a source become rows of a library: which columns are read, what a row's key is, how its values are made. */
final class RowShape {
    private static final String KEY_SEPARATOR = " | ";
    private static final String WHOLE_ROW = "#";

    private final List<String> columns;
    private final int[] keyColumns;
    private final int freshness;
    private final ZoneId zone;
    private final List<Piece> pieces = new ArrayList<>();
    private final int fields;
    private long unreadable;

    /** One field of the library, fed by one column. */
    private record Piece(int field, int column, FieldType type, Optional<Standardiser> standard) {}

    /** @param keys the columns that tell rows apart, none when the whole row does */
    RowShape(Library library, LibrarySource source, List<String> keys, Standards standards, ZoneId zone) {
        Set<String> read = new LinkedHashSet<>(keys);
        source.freshness().ifPresent(read::add);
        source.fields().values().forEach(from -> read.add(from.column()));
        this.columns = List.copyOf(read);
        this.keyColumns = keys.stream().mapToInt(columns::indexOf).toArray();
        this.freshness = source.freshness().map(columns::indexOf).orElse(-1);
        this.zone = zone;
        this.fields = library.fields().size();
        for (int i = 0; i < fields; i++) {
            LibraryField field = library.fields().get(i);
            LibrarySource.FieldSource from = source.fields().get(field.name());
            if (from != null) {
                Optional<Standardiser> standard =
                        from.standard().or(field::standard).map(standards::get);
                pieces.add(new Piece(i, columns.indexOf(from.column()), field.type(), standard));
            }
        }
    }

    List<String> columns() {
        return columns;
    }

    long unreadable() {
        return unreadable;
    }

    /** The row as texts, null where it has nothing. */
    String[] cells(Row row) {
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.value(i).map(RowShape::text).orElse(null);
        }
        return cells;
    }

    private static String text(Object value) {
        return value instanceof Double number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    long content(String[] cells) {
        return Hashes.of(cells);
    }

    /** Empty when the row lacks a part of its key. */
    Optional<String> key(String[] cells, long content) {
        if (keyColumns.length == 0) {
            return Optional.of(WHOLE_ROW + Long.toHexString(content));
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < keyColumns.length; i++) {
            String part = cells[keyColumns[i]];
            if (part == null || part.isBlank()) {
                return Optional.empty();
            }
            key.append(i == 0 ? "" : KEY_SEPARATOR).append(part);
        }
        return Optional.of(key.toString());
    }

    /** The row's values by the fields of the library, standardised; null where it has none that can be used. */
    String[] values(String[] cells) {
        String[] values = new String[fields];
        for (Piece piece : pieces) {
            String cell = cells[piece.column()];
            if (cell != null) {
                values[piece.field()] = value(piece, cell);
            }
        }
        return values;
    }

    private String value(Piece piece, String cell) {
        Optional<String> value = Optional.of(cell.strip()).filter(text -> !text.isEmpty());
        if (value.isPresent() && piece.standard().isPresent()) {
            Standardised made = piece.standard().get().apply(cell);
            unreadable += made instanceof Standardised.Problem ? 1 : 0;
            value = made.value();
        }
        if (value.isPresent() && !fits(piece.type(), value.get())) {
            unreadable++;
            return null;
        }
        return value.orElse(null);
    }

    private static boolean fits(FieldType type, String value) {
        try {
            return switch (type) {
                case TEXT -> true;
                case NUMBER -> new BigDecimal(value).precision() < 100;
                case INTEGER -> new BigInteger(value).bitLength() < Long.SIZE;
                case BOOLEAN -> value.equals("true") || value.equals("false");
                case DATE -> LocalDate.parse(value).getYear() < 10_000;
                case INSTANT -> Instant.parse(value).isBefore(Instant.MAX);
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return false;
        }
    }

    /** When the row was changed in its source, as far as it tells. */
    long changedAt(String[] cells) {
        String cell = freshness < 0 ? null : cells[freshness];
        if (cell == null) {
            return MemberRow.UNKNOWN;
        }
        try {
            return cell.length() > 10
                    ? Instant.parse(cell).toEpochMilli()
                    : LocalDate.parse(cell).atStartOfDay(zone).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            return MemberRow.UNKNOWN;
        }
    }
}
