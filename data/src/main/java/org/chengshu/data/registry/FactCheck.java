package org.chengshu.data.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;

/** What a module may publish; a slip stops the start rather than the first reader. */
final class FactCheck {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*\\.[a-z][a-z0-9-]*");
    private static final Pattern VIEW = Pattern.compile("facts\\.[a-z][a-z0-9_]*");
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]*");

    private FactCheck() {}

    static List<String> faults(Fact fact) {
        List<String> faults = new ArrayList<>();
        if (!ID.matcher(fact.id()).matches()) {
            faults.add("dataset id " + fact.id() + " is not module.name");
        }
        if (!VIEW.matcher(fact.view()).matches()) {
            faults.add(fact.id() + ": view " + fact.view() + " is not one of schema facts");
        }
        Set<String> names = new HashSet<>();
        for (FactField field : fact.fields()) {
            if (!FIELD.matcher(field.name()).matches() || !names.add(field.name())) {
                faults.add(fact.id() + ": field " + field.name() + " is ill-named or there twice");
            }
        }
        if (!isTime(type(fact, fact.timeField()))) {
            faults.add(fact.id() + ": time field " + fact.timeField() + " is not an instant or date field");
        }
        if (fact.areaPathField().isPresent()
                && type(fact, fact.areaPathField().get())
                        .filter(FieldType.TEXT::equals)
                        .isEmpty()) {
            faults.add(fact.id() + ": area path field " + fact.areaPathField().get() + " is not a text field");
        }
        return faults;
    }

    private static boolean isTime(Optional<FieldType> type) {
        return type.filter(is -> is == FieldType.INSTANT || is == FieldType.DATE)
                .isPresent();
    }

    private static Optional<FieldType> type(Fact fact, String name) {
        return fact.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(FactField::type)
                .findFirst();
    }
}
