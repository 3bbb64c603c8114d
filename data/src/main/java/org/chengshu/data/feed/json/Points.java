package org.chengshu.data.feed.json;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengshu.data.feed.CanonicalText;

/** The place of a GeoJSON point, as its text has it. Pure. */
record Points(String lon, String lat) {
    private static final int LONGEST = 400;
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d{1,3})?)";
    private static final Pattern COORDINATES =
            Pattern.compile("\"coordinates\":\\[" + NUMBER + "," + NUMBER + "(?:,[^\\]]*)?\\]");

    static Optional<Points> of(String geometry) {
        if (geometry.length() > LONGEST || !geometry.contains("\"type\":\"Point\"")) {
            return Optional.empty();
        }
        Matcher matcher = COORDINATES.matcher(geometry);
        return matcher.find()
                ? Optional.of(
                        new Points(CanonicalText.number(matcher.group(1)), CanonicalText.number(matcher.group(2))))
                : Optional.empty();
    }
}
