package org.chengshu.core.http.internal;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.chengshu.kernel.Severity;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads enums in URLs as JSON writes them: severities by level, the others in kebab case. */
@SuppressWarnings({"rawtypes", "unchecked"}) // Spring's factory for all enums cannot be typed more narrowly
final class UrlWords implements ConverterFactory<String, Enum> {
    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return type == Severity.class ? word -> (T) severity(word) : word -> constant(type, word);
    }

    private static Severity severity(String word) {
        return Severity.ofLevel(Integer.parseInt(word));
    }

    private static <T extends Enum> T constant(Class<T> type, String word) {
        for (T constant : type.getEnumConstants()) {
            if (KebabEnums.kebab(constant).equals(word)) {
                return constant;
            }
        }
        String known =
                Arrays.stream(type.getEnumConstants()).map(KebabEnums::kebab).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("one of " + known + ", not " + word);
    }
}
