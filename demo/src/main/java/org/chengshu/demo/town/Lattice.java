package org.chengshu.demo.town;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A bent grid from which the city is cut: neighbours share their border point for point, so the map has neither gaps nor
 * overlaps. The same seed bends it the same way.
 */
final class Lattice {
    static final int COLUMNS = 6;
    static final int ROWS = 4;
    private static final Point CORNER = new Point(108.32, 30.52);
    private static final double WIDTH = 0.052;
    private static final double HEIGHT = 0.044;
    private static final double BEND = 0.22;
    private static final int POINTS_ON_A_SIDE = 4;

    private final long seed;

    Lattice(long seed) {
        this.seed = seed;
    }

    Point corner(int column, int row) {
        SplittableRandom random = random(column, row, 0);
        double east = (column + BEND * (random.nextDouble() * 2 - 1)) * WIDTH;
        double north = (row + BEND * (random.nextDouble() * 2 - 1)) * HEIGHT;
        return CORNER.plus(east, north);
    }

    /** The line between two neighbouring corners, the same points whichever end it is walked from, without the last. */
    List<Point> side(int column, int row, int toColumn, int toRow) {
        boolean backwards = toColumn < column || toRow < row;
        List<Point> line = backwards ? forward(toColumn, toRow, column, row) : forward(column, row, toColumn, toRow);
        if (backwards) {
            Collections.reverse(line);
        }
        return line.subList(0, line.size() - 1);
    }

    private List<Point> forward(int column, int row, int toColumn, int toRow) {
        Point from = corner(column, row);
        Point to = corner(toColumn, toRow);
        SplittableRandom random = random(column, row, toColumn == column ? 1 : 2);
        List<Point> line = new ArrayList<>();
        line.add(from);
        for (int i = 1; i < POINTS_ON_A_SIDE; i++) {
            double sway = WIDTH * 0.05;
            line.add(from.towards(to, (double) i / POINTS_ON_A_SIDE)
                    .plus(sway * (random.nextDouble() - 0.5), sway * (random.nextDouble() - 0.5)));
        }
        line.add(to);
        return line;
    }

    /** The closed outline of a block of cells. */
    List<Point> outline(int column, int row, int columns, int rows) {
        List<Point> ring = new ArrayList<>();
        for (int c = column; c < column + columns; c++) {
            ring.addAll(side(c, row, c + 1, row));
        }
        for (int r = row; r < row + rows; r++) {
            ring.addAll(side(column + columns, r, column + columns, r + 1));
        }
        for (int c = column + columns; c > column; c--) {
            ring.addAll(side(c, row + rows, c - 1, row + rows));
        }
        for (int r = row + rows; r > row; r--) {
            ring.addAll(side(column, r, column, r - 1));
        }
        ring.add(ring.getFirst());
        return ring;
    }

    /** A place well inside a cell. */
    Point inside(int column, int row, SplittableRandom random) {
        double across = 0.2 + 0.6 * random.nextDouble();
        double up = 0.2 + 0.6 * random.nextDouble();
        Point south = corner(column, row).towards(corner(column + 1, row), across);
        Point north = corner(column, row + 1).towards(corner(column + 1, row + 1), across);
        return south.towards(north, up);
    }

    private SplittableRandom random(int column, int row, int part) {
        return new SplittableRandom(seed * 31 + column * 1_009L + row * 9_176L + part * 77_003L);
    }
}
