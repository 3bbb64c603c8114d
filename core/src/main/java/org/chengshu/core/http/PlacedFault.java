package org.chengshu.core.http;

import org.chengshu.kernel.Text;

/** One of several things wrong with an input, and where: a JSON pointer, a field's name, or a file and line. */
public record PlacedFault(String place, Text detail) {}
