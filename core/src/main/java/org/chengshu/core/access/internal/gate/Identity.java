package org.chengshu.core.access.internal.gate;

import org.chengshu.core.access.Viewer;

/** Who is there, and whether a browser said so by itself, which another site could have made it do. */
public record Identity(Viewer viewer, boolean byCookie) {}
