package org.chengshu.core.tree.internal.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Datum;

/** What became of an import: rows = skipped + created + changed + unchanged + rejected. */
record ImportResult(
        Tree tree,
        boolean dry,
        String format,
        Datum datum,
        int rows,
        int skipped,
        int created,
        int changed,
        int unchanged,
        int rejected,
        List<RowFault> faults,
        List<Repair> repaired,
        Optional<Shift> shiftMetres,
        Map<String, String> columns,
        Optional<UUID> change,
        Text words) {
    static final int MOST_SHOWN = 100;

    /** A boundary that had to be mended. */
    record Repair(String code, Text text) {}

    /** How far corners moved between the datums. */
    record Shift(double least, double most) {}
}
