package org.chengshu.data;

/** By which column of the answer it is ordered; absent values come last either way. */
public record Order(String column, boolean descending) {
    public static Order up(String column) {
        return new Order(column, false);
    }

    public static Order down(String column) {
        return new Order(column, true);
    }
}
