package org.chengshu.formula;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.Duration;
import java.time.Instant;
import org.chengshu.kernel.Text;

/**
 * The types a formula knows. There is one kind of number, the double: {@code 150} and {@code 150.0} are the same. In Java
 * a value is a {@link Number}, {@link Boolean}, {@link String}, {@link Duration} or {@link Instant}; results are a Double
 * and the same others.
 */
public enum Type {
    NUMBER(SimpleType.DOUBLE, Double.class, Text.of("数", "number")),
    BOOLEAN(SimpleType.BOOL, Boolean.class, Text.of("真假", "boolean")),
    TEXT(SimpleType.STRING, String.class, Text.of("文本", "text")),
    DURATION(SimpleType.DURATION, Duration.class, Text.of("时长", "duration")),
    TIMESTAMP(SimpleType.TIMESTAMP, Instant.class, Text.of("时间", "timestamp"));

    private final CelType cel;
    private final Class<?> java;
    private final Text title;

    Type(CelType cel, Class<?> java, Text title) {
        this.cel = cel;
        this.java = java;
        this.title = title;
    }

    /** What people call it. */
    public Text title() {
        return title;
    }

    CelType cel() {
        return cel;
    }

    boolean fits(Object value) {
        return java.isInstance(value);
    }
}
