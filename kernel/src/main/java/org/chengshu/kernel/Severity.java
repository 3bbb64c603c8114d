package org.chengshu.kernel;

/**
 * How bad it is, on the four-colour scale of Chinese emergency management (蓝黄橙红): level 1 is blue, level 4 is red and
 * worst. The wire and the database carry the level.
 */
public enum Severity {
    BLUE(1),
    YELLOW(2),
    ORANGE(3),
    RED(4);

    private final int level;

    Severity(int level) {
        this.level = level;
    }

    public int level() {
        return level;
    }

    /** The severity of a level 1..4; any other level is an {@link IllegalArgumentException}. */
    public static Severity ofLevel(int level) {
        for (Severity severity : values()) {
            if (severity.level == level) {
                return severity;
            }
        }
        throw new IllegalArgumentException("severity level must be 1..4, not " + level);
    }
}
