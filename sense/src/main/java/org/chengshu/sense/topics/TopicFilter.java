package org.chengshu.sense.topics;

/**
 * A topic filter as MQTT has it: {@code +} stands for one level, {@code #} at the end for that level's parent and all
 * below. Immutable.
 */
public record TopicFilter(String text) {
    private static final int LONGEST = 1_024;
    private static final String SHARED = "$share/";

    /** Whether the text is a filter by the rules of the standard. */
    public static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\u0000') >= 0) {
            return false;
        }
        String[] levels = text.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            boolean wild = levels[i].indexOf('+') >= 0 || levels[i].indexOf('#') >= 0;
            boolean alone = levels[i].equals("+") || (levels[i].equals("#") && i == levels.length - 1);
            if (wild && !alone) {
                return false;
            }
        }
        return true;
    }

    /** Whether several clients would share it. */
    public boolean isShared() {
        return text.startsWith(SHARED);
    }

    public boolean matches(String topic) {
        if (text.equals(topic)) {
            return true;
        }
        String[] wanted = text.split("/", -1);
        String[] levels = topic.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i >= levels.length || !(wanted[i].equals("+") || wanted[i].equals(levels[i]))) {
                return false;
            }
        }
        return wanted.length == levels.length;
    }
}
