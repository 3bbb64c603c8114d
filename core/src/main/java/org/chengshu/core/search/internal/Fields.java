package org.chengshu.core.search.internal;

/** The fields of a document in the index. */
final class Fields {
    static final String KEY = "key";
    static final String KIND = "kind";
    static final String ID = "id";
    /** Lower-case codes, each whole. */
    static final String CODE = "code";
    /** The title in both languages, by characters and words. */
    static final String TITLE = "title";
    /** Title, codes and words, by characters and words. */
    static final String ALL = "all";

    static final String INITIALS = "initials";
    /** The area's path, empty for what lies nowhere. */
    static final String AREA = "area";

    private Fields() {}
}
