package org.chengshu.core.db;

import java.util.regex.Pattern;

/**
 * Declares that a module keeps tables. They live in the schema {@code cs_<module>}, made by the migrations in
 * {@code classpath:db/<module>}, which run before the database is handed to anybody. A module declares it as a bean.
 */
public record ModuleSchema(String module) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

    public ModuleSchema {
        if (!NAME.matcher(module).matches()) {
            throw new IllegalArgumentException("a module's name is lower-case letters and digits, not " + module);
        }
    }

    public String schema() {
        return "cs_" + module;
    }

    public String location() {
        return "classpath:db/" + module;
    }
}
