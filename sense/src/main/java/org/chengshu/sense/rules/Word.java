package org.chengshu.sense.rules;

/** What a rule may ask about a property; the prefix stands before the property's id. */
public enum Word {
    VALUE(""),
    /** The value when the property was last seen. */
    PREVIOUS("previous."),
    /** For how long it has kept its value. */
    HELD("held."),
    /** How fast it changes, since it was last seen. */
    RATE("rate."),
    /** What is usual at this hour of the week, by the past weeks. */
    USUAL("usual."),
    /** How far from the usual is still usual. */
    SPREAD("spread.");

    private final String prefix;

    Word(String prefix) {
        this.prefix = prefix;
    }

    public String of(String property) {
        return prefix + property;
    }

    public static Word in(String name) {
        for (Word word : values()) {
            if (word != VALUE && name.startsWith(word.prefix)) {
                return word;
            }
        }
        return VALUE;
    }

    public static String property(String name) {
        return name.substring(in(name).prefix.length());
    }

    boolean isMemory() {
        return this == PREVIOUS || this == HELD || this == RATE;
    }
}
