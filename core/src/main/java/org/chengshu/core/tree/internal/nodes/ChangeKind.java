package org.chengshu.core.tree.internal.nodes;

import java.util.Locale;

/** What somebody did to a tree. */
public enum ChangeKind {
    CREATE,
    EDIT,
    MOVE,
    MERGE,
    SPLIT,
    CLOSE,
    IMPORT,
    PACK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
