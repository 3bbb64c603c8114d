package org.chengshu.formula;

final class Sources {
    private static final int BRIEF = 80;

    private Sources() {}

    static String brief(String source) {
        return source.length() > BRIEF ? source.substring(0, BRIEF) + "…" : source;
    }
}
