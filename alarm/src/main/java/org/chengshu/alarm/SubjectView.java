package org.chengshu.alarm;

import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/**
 * A subject as people see it at the moment an alarm is raised. {@code areaPath} ({@code /310000/310101/}) decides who may
 * see the alarm; {@code /} means that only viewers of the whole city do. Position is WGS-84. Immutable.
 */
public record SubjectView(Subject subject, Text title, String areaPath, Optional<Position> position) {
    public SubjectView {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(position, "position");
        if (!areaPath.startsWith("/") || !areaPath.endsWith("/")) {
            throw new IllegalArgumentException("an area path begins and ends with a slash, not " + areaPath);
        }
    }
}
