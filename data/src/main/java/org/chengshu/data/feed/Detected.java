package org.chengshu.data.feed;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * What was found out about a file, and how sure that is. Immutable.
 *
 * @param options every finding in the form in which it may be overridden; handed back as it is, the file is read the same way
 * @param columns the heads as the feed will have them
 * @param sheets the names of all sheets of a workbook
 * @param lists the places in a JSON document where lists of objects were seen
 * @param confidence 0 to 1: the least sure of the findings
 * @param notes what a person should know: rows above the heads, notes below the table, bytes that do not decode
 */
public record Detected(
        FileOptions options,
        boolean packed,
        List<String> columns,
        List<String> sheets,
        List<String> lists,
        double confidence,
        List<Text> notes) {
    public Detected {
        Objects.requireNonNull(options, "options");
        columns = List.copyOf(columns);
        sheets = List.copyOf(sheets);
        lists = List.copyOf(lists);
        notes = List.copyOf(notes);
    }

    public FileFormat format() {
        return options.format().orElseThrow();
    }

    public Optional<String> encoding() {
        return options.encoding();
    }
}
