package org.chengshu.data.feed;

import java.util.List;
import java.util.Objects;
import org.chengshu.kernel.Text;

/**
 * What was found out about a file, and how sure that is. Immutable.
 *
 * @param shape every finding in the form in which it may be overridden; read under it, the file gives the same rows
 * @param packed whether it is packed by gzip
 * @param columns the heads as the feed will have them
 * @param sheets the names of all sheets of a workbook
 * @param lists the places in a JSON document where lists of objects were seen
 * @param confidence 0 to 1: that of the least sure finding
 * @param notes what a person should know: rows above the heads, bytes that do not decode
 */
public record Detected(
        FileShape shape,
        boolean packed,
        List<String> columns,
        List<String> sheets,
        List<String> lists,
        double confidence,
        List<Text> notes) {
    public Detected {
        Objects.requireNonNull(shape, "shape");
        columns = List.copyOf(columns);
        sheets = List.copyOf(sheets);
        lists = List.copyOf(lists);
        notes = List.copyOf(notes);
    }
}
