package org.chengshu.indicator.compute;

import java.util.Objects;

/**
 * What a value is about: the whole city, an area, or one value of a field.
 *
 * @param text unique within an indicator: {@code city}, {@code area:<code>}, {@code <field>:<value>}
 * @param dimension {@code area} or the field's name
 * @param member the area's code or the field's value, empty for the whole city
 * @param areaPath whose viewers may see it
 */
public record Key(String text, String dimension, String member, String areaPath) {
    private static final String AREA = "area";
    private static final Key CITY = new Key("city", AREA, "", AreaPaths.CITY);

    public Key {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(areaPath, "areaPath");
    }

    public static Key city() {
        return CITY;
    }

    public static Key area(String path) {
        if (path.equals(AreaPaths.CITY)) {
            return CITY;
        }
        String code = AreaPaths.code(path);
        return new Key(AREA + ":" + code, AREA, code, path);
    }

    public static Key member(String field, String value, String areaPath) {
        return new Key(field + ":" + value, field, value, areaPath);
    }

    public boolean isCity() {
        return equals(CITY);
    }
}
