package org.chengshu.data.library.build;

import java.io.StringReader;
import org.chengshu.core.db.Transactions;
import org.postgresql.PGConnection;

/** Rows on their way into a table by COPY, in the transaction of the caller. For one thread. */
final class CopyRows {
    private static final int ENOUGH = 4 << 20;
    private final Transactions transactions;
    private final String command;
    private final StringBuilder rows = new StringBuilder();
    private boolean rowBegun;
    private long written;

    /** @param target table with its columns, none of it from outside */
    CopyRows(Transactions transactions, String target) {
        this.transactions = transactions;
        this.command = "copy " + target + " from stdin";
    }

    CopyRows add(long number) {
        next().append(number);
        return this;
    }

    CopyRows add(double number) {
        next().append(number);
        return this;
    }

    CopyRows none() {
        next().append("\\N");
        return this;
    }

    CopyRows add(String text) {
        next();
        escaped(text, false);
        return this;
    }

    CopyRows add(long[] numbers) {
        next().append('{');
        for (int i = 0; i < numbers.length; i++) {
            rows.append(i == 0 ? "" : ",").append(numbers[i]);
        }
        rows.append('}');
        return this;
    }

    CopyRows add(String[] texts) {
        next().append('{');
        for (int i = 0; i < texts.length; i++) {
            rows.append(i == 0 ? "" : ",");
            if (texts[i] == null) {
                rows.append("NULL");
            } else {
                rows.append('"');
                escaped(texts[i], true);
                rows.append('"');
            }
        }
        rows.append('}');
        return this;
    }

    void end() {
        rows.append('\n');
        rowBegun = false;
        written++;
        if (rows.length() > ENOUGH) {
            flush();
        }
    }

    /** Everything so far is in the table afterwards; answers how many rows that were in all. */
    long flush() {
        if (!rows.isEmpty()) {
            transactions.onConnection(connection -> connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(command, new StringReader(rows.toString())));
            rows.setLength(0);
        }
        return written;
    }

    private StringBuilder next() {
        if (rowBegun) {
            rows.append('\t');
        }
        rowBegun = true;
        return rows;
    }

    private void escaped(String text, boolean inArray) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append(inArray ? "\\\\\\\\" : "\\\\");
                case '"' -> rows.append(inArray ? "\\\\\"" : "\"");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\t' -> rows.append("\\t");
                case '\0' -> rows.append(' ');
                default -> rows.append(c);
            }
        }
    }
}
