package org.chengshu.alarm;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/**
 * A subject as people see it at the moment an alarm is raised. {@code areaPath} ({@code /310000/310101/}) decides who may
 * see the alarm; {@code /} means that only viewers of the whole city do. Position is WGS-84. {@code parent} is what it
 * cannot be heard without (its gateway, its power feed); {@code tags} serve maintenance windows. Immutable.
 */
public record SubjectView(
        Subject subject,
        Text title,
        String areaPath,
        Optional<Position> position,
        Optional<Subject> parent,
        Set<String> tags) {
    public SubjectView {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(parent, "parent");
        tags = Set.copyOf(tags);
        if (!areaPath.startsWith("/") || !areaPath.endsWith("/")) {
            throw new IllegalArgumentException("an area path begins and ends with a slash, not " + areaPath);
        }
    }

    /** A subject that depends on nothing and bears no tags. */
    public SubjectView(Subject subject, Text title, String areaPath, Optional<Position> position) {
        this(subject, title, areaPath, position, Optional.empty(), Set.of());
    }
}
