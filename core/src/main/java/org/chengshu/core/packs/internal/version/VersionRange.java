package org.chengshu.core.packs.internal.version;

import java.util.Optional;
import java.util.regex.Pattern;
import org.semver4j.Semver;

/** Versions that will do. The grammar is looked at before the library, which reads nearly anything as something. */
public record VersionRange(String written) {
    private static final String PART = "(0|[1-9]\\d{0,8})";
    private static final String VERSION =
            PART + "(\\.(" + PART + "|x))?(\\.(" + PART + "|x))?(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?";
    private static final String COMPARATOR = "(>=|<=|>|<|=|\\^|~)?\\s*" + VERSION;
    private static final String ALTERNATIVE = COMPARATOR + "(\\s+" + COMPARATOR + ")*";
    private static final Pattern RANGE = Pattern.compile(ALTERNATIVE + "(\\s*\\|\\|\\s*" + ALTERNATIVE + ")*");
    private static final String ANY = "*";

    /** Nothing when it is no range; empty and {@code *} mean any version. */
    public static Optional<VersionRange> parse(String written) {
        String text = written.strip().replaceAll("\\s+", " ");
        if (text.isEmpty() || text.equals(ANY)) {
            return Optional.of(new VersionRange(ANY));
        }
        return RANGE.matcher(text).matches() ? Optional.of(new VersionRange(text)) : Optional.empty();
    }

    public boolean isAny() {
        return written.equals(ANY);
    }

    public boolean contains(String version) {
        return isAny() || new Semver(version).satisfies(written);
    }
}
