package org.chengshu.flow;

import java.util.regex.Pattern;

final class Names {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private Names() {}

    static void require(String name, String what) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(what + " names are lower case letters, digits and '-', at most 64,"
                    + " beginning with a letter; not '" + name + "'");
        }
    }
}
