package org.chengshu.core.tree.internal.nodes;

import java.util.Locale;
import org.chengshu.kernel.Text;

/** Which of the two trees. */
public enum Tree {
    AREA(Text.of("区域", "area")),
    ORGANISATION(Text.of("组织机构", "organisation"));

    private final Text title;

    Tree(Text title) {
        this.title = title;
    }

    public Text title() {
        return title;
    }

    /** The name in the database and on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
