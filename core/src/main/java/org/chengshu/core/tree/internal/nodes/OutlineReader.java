package org.chengshu.core.tree.internal.nodes;

import java.util.Collection;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Datum;
import org.chengshu.kernel.geo.Datums;
import org.chengshu.kernel.geo.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import tools.jackson.databind.JsonNode;

/**
 * Takes boundaries in: to WGS-84, and mended where they cross themselves, as long as that changes next to nothing of the
 * area. What is mended is told.
 */
public final class OutlineReader {
    private static final double NEXT_TO_NOTHING = 0.01;
    // Some millimetres; digits beyond would only be noise.
    private static final double STEPS_PER_DEGREE = 1e8;

    private OutlineReader() {}

    /**
     * A boundary as taken in.
     *
     * @param repaired what had to be mended
     * @param least by how many metres its corners moved between the datums, at least
     * @param most and at most
     */
    public record Read(Outline outline, Optional<Text> repaired, double least, double most) {}

    /** An {@link IllegalArgumentException} says what cannot be read or mended. */
    public static Read read(JsonNode json, Datum datum) {
        Geometry written = Boundary.parse(json);
        Shift shift = new Shift();
        Geometry moved = shift.move(written, datum);
        String wrong = Boundary.whatIsWrong(moved);
        if (wrong.isEmpty()) {
            JsonNode kept = Boundary.write(shift.most == 0 ? moved : rounded(moved));
            return new Read(new Outline(kept, datum), Optional.empty(), shift.least, shift.most);
        }
        Geometry mended = mend(moved, wrong);
        Text told = Text.of("边界有误，已修复：" + wrong, "the boundary was mended: " + wrong);
        return new Read(new Outline(Boundary.write(mended), datum), Optional.of(told), shift.least, shift.most);
    }

    /** The whole of several boundaries; empty unless all of them are there. */
    public static Optional<Outline> union(Collection<Optional<Outline>> parts) {
        if (parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Geometry all = UnaryUnionNG.union(
                parts.stream()
                        .map(part -> Boundary.read(part.orElseThrow().geometry()))
                        .toList(),
                new PrecisionModel(PrecisionModel.FLOATING));
        Datum datum = parts.iterator().next().orElseThrow().datum();
        boolean same = parts.stream().allMatch(part -> part.orElseThrow().datum() == datum);
        return Optional.of(new Outline(Boundary.write(all), same ? datum : Datum.WGS84));
    }

    private static Geometry mend(Geometry crossing, String wrong) {
        Geometry mended = rounded(GeometryFixer.fix(crossing));
        double before = Math.abs(crossing.getArea());
        double change = Math.abs(mended.getArea() - before);
        if (mended.isEmpty()
                || change > before * NEXT_TO_NOTHING
                || !Boundary.whatIsWrong(mended).isEmpty()) {
            throw new IllegalArgumentException(
                    "the boundary is no area and cannot be mended without changing it: " + wrong);
        }
        return mended;
    }

    private static Geometry rounded(Geometry exact) {
        Geometry rounded = exact.copy();
        rounded.apply((Coordinate corner) -> {
            corner.x = Math.round(corner.x * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
            corner.y = Math.round(corner.y * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
        });
        rounded.geometryChanged();
        return Boundary.whatIsWrong(rounded).isEmpty() ? rounded : exact;
    }

    private static final class Shift {
        private double least = Double.MAX_VALUE;
        private double most;

        Geometry move(Geometry written, Datum datum) {
            Geometry moved = written.copy();
            moved.apply((Coordinate corner) -> {
                Position from = new Position(corner.x, corner.y);
                Position to = datum.toWgs84(from);
                corner.x = to.longitude();
                corner.y = to.latitude();
                double metres = from.equals(to) ? 0 : Datums.metresBetween(from, to);
                least = Math.min(least, metres);
                most = Math.max(most, metres);
            });
            moved.geometryChanged();
            return moved;
        }
    }
}
