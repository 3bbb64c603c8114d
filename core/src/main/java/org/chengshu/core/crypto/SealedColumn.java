package org.chengshu.core.crypto;

/**
 * A text column that holds values of {@link FieldCipher}, or nothing.
 *
 * @param table with its schema, and as it stands in the {@link FieldPlace} of its values
 * @param key the column that identifies a row; its text is the row of the place
 */
public record SealedColumn(String schema, String table, String key, String column) {
    /** The place of the value in this row. */
    public FieldPlace at(String row) {
        return new FieldPlace(schema + "." + table, column, row);
    }
}
