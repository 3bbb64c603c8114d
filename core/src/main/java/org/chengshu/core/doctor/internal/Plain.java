package org.chengshu.core.doctor.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;

/** A check that is no bean: it is not part of the health page, because what it looks at changes with a restart only. */
record Plain(String name, Text title, Supplier<Finding> looking) implements HealthSource {
    Plain {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(looking, "looking");
    }

    @Override
    public Finding look() {
        return looking.get();
    }
}
