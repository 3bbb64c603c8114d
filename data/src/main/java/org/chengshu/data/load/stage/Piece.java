package org.chengshu.data.load.stage;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.data.load.RefusedRow;

/**
 * Rows that are committed together. {@code figures} are those of all pieces up to this one.
 *
 * @param clears whether all that was staged before it is no more
 * @param rows for the table of the revision
 * @param gone keys for its table of what is no more
 */
public record Piece(boolean clears, CopyText rows, CopyText gone, List<RefusedRow> refused, Figures figures) {
    private static final int ROOM = 1 << 20;

    static final class Draft {
        private final CopyText rows = new CopyText(ROOM);
        private final CopyText gone = new CopyText(64);
        private final List<RefusedRow> refused = new ArrayList<>();
        private final boolean clears;

        Draft(boolean clears) {
            this.clears = clears;
        }

        CopyText rows() {
            return rows;
        }

        CopyText gone() {
            return gone;
        }

        void refuse(RefusedRow row) {
            refused.add(row);
        }

        Piece done(Figures figures) {
            return new Piece(clears, rows, gone, refused, figures);
        }
    }
}
