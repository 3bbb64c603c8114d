package org.chengshu.demo.town;

import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** A district or a street of the town with its outline. */
public record Place(String code, Text name, String kind, Optional<String> parent, List<Point> outline) {}
