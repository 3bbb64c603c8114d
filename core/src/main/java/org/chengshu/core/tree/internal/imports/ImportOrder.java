package org.chengshu.core.tree.internal.imports;

import java.util.Map;
import java.util.Optional;
import org.chengshu.core.tree.internal.change.Author;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.geo.Datum;

/**
 * What somebody wants to have imported.
 *
 * @param under the parent of rows that name none
 * @param codes only rows whose code begins so
 * @param columns which column is what, where it is not to be found out
 */
public record ImportOrder(
        Tree tree,
        String name,
        Optional<Datum> datum,
        Optional<String> under,
        Optional<String> codes,
        Optional<String> kind,
        boolean dry,
        Map<Role, String> columns,
        Author author) {
    public ImportOrder {
        columns = Map.copyOf(columns);
    }

    /** What a column says of a node. */
    public enum Role {
        CODE("code"),
        NAME("name"),
        NAME_EN("nameEn"),
        KIND("kind"),
        PARENT("parent"),
        AREA("area");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
