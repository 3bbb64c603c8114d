package org.chengshu.core.http.internal;

import java.util.Locale;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Names the constants of our enums {@code in-kebab-case} wherever no annotation names them otherwise. */
final class KebabEnums extends JacksonAnnotationIntrospector {
    private static final String OURS = "org.chengshu.";

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass annotated, Enum<?>[] constants, String[] names) {
        String[] found = super.findEnumValues(config, annotated, constants, names);
        if (!annotated.getRawType().getName().startsWith(OURS)) {
            return found;
        }
        for (int i = 0; i < constants.length; i++) {
            if (found[i] == null) {
                found[i] = kebab(constants[i]);
            }
        }
        return found;
    }

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
