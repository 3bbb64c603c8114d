package org.chengshu.indicator.compute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Paths of the area tree such as {@code /310000/310101/}; {@code /} is the whole city. */
public final class AreaPaths {
    public static final String CITY = "/";

    private AreaPaths() {}

    /** The path of every area that holds the place, the whole city first, the place's own area last. */
    public static List<String> around(String path) {
        List<String> around = new ArrayList<>();
        int slash = path.indexOf('/');
        while (slash >= 0) {
            around.add(path.substring(0, slash + 1));
            slash = path.indexOf('/', slash + 1);
        }
        return around.isEmpty() ? List.of(CITY) : around;
    }

    /** The narrowest area that holds all places; the whole city when there are none. */
    public static String common(Collection<String> paths) {
        List<String> common = null;
        for (String path : paths) {
            List<String> around = around(path);
            if (common == null) {
                common = around;
            } else {
                common = common.stream().filter(around::contains).toList();
            }
        }
        return common == null || common.isEmpty() ? CITY : common.getLast();
    }

    /** The code of the area that the path ends with. */
    public static String code(String path) {
        String inner = path.substring(1, Math.max(1, path.length() - 1));
        return inner.substring(inner.lastIndexOf('/') + 1);
    }
}
