package org.chengshu.sense.store;

import java.sql.Array;
import java.sql.SQLException;
import java.util.BitSet;
import org.chengshu.wire.Value;
import org.postgresql.PGConnection;

/** Rows as arrays for a statement's parameters. */
final class RowArrays {
    private final int[] ord;
    private final int[] series;
    private final long[] micros;
    private final Double[] num;
    private final String[] text;
    private final Boolean[] bool;

    private RowArrays(int size) {
        ord = new int[size];
        series = new int[size];
        micros = new long[size];
        num = new Double[size];
        text = new String[size];
        bool = new Boolean[size];
    }

    static RowArrays of(ReadingRows rows, BitSet wanted) {
        RowArrays arrays = new RowArrays(wanted.cardinality());
        int place = 0;
        for (int row = wanted.nextSetBit(0); row >= 0; row = wanted.nextSetBit(row + 1)) {
            arrays.put(place++, row, rows);
        }
        return arrays;
    }

    private void put(int place, int row, ReadingRows rows) {
        ord[place] = row;
        series[place] = rows.series(row);
        micros[place] = rows.micros(row);
        switch (rows.value(row)) {
            case Value.Num(double number) -> num[place] = number;
            case Value.Str(String words) -> text[place] = words;
            case Value.Bool(boolean flag) -> bool[place] = flag;
        }
    }

    Array[] on(PGConnection connection) throws SQLException {
        return new Array[] {
            connection.createArrayOf("int4", ord),
            connection.createArrayOf("int4", series),
            connection.createArrayOf("int8", micros),
            connection.createArrayOf("float8", num),
            connection.createArrayOf("text", text),
            connection.createArrayOf("bool", bool)
        };
    }
}
