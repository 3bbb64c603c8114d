package org.chengshu.wire;

import java.util.regex.Pattern;

/** Where in a message something stands; only spelt out when there is a fault to tell. */
record Place(Place parent, String key, int index) {
    static final Place ROOT = new Place(null, "", -1);
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");

    Place at(int position) {
        return new Place(this, "", position);
    }

    Place field(String name) {
        return new Place(this, name, -1);
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "$";
        }
        return parent + step();
    }

    private String step() {
        if (index >= 0) {
            return "[" + index + "]";
        }
        String shown = Texts.brief(key, Telemetry.MAX_KEY);
        return PLAIN.matcher(shown).matches() ? "." + shown : "['" + shown + "']";
    }
}
