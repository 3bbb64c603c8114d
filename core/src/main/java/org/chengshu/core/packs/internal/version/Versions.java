package org.chengshu.core.packs.internal.version;

import org.semver4j.Semver;

/** Versions of packs, ordered as in Semantic Versioning 2.0.0. */
public final class Versions {
    /** What a version looks like, for the schema of {@code pack.yaml}. */
    public static final String PATTERN = "^(0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})"
            + "(-((0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)([.](0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?$";

    private Versions() {}

    public static boolean isLower(String version, String than) {
        return new Semver(version).isLowerThan(than);
    }
}
