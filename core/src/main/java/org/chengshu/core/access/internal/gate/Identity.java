package org.chengshu.core.access.internal.gate;

import org.chengshu.core.access.Viewer;

/**
 * Who is there; whether a browser said so by itself, which another site could have made it do; and whether the password
 * must be changed before anything else.
 */
public record Identity(Viewer viewer, boolean byCookie, boolean mustChangePassword) {
    public static Identity byToken(Viewer viewer) {
        return new Identity(viewer, false, false);
    }
}
