package org.chengshu.sense;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** Something that a device can be told to do, with the arguments that it takes. Immutable. */
public record Function(String id, Text title, List<Argument> arguments) {
    public Function {
        Objects.requireNonNull(title, "title");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a function has an id");
        }
        arguments = List.copyOf(arguments);
    }

    public Optional<Argument> find(String argument) {
        return arguments.stream().filter(known -> known.id().equals(argument)).findFirst();
    }

    /** One argument of a function; a range only holds for numbers. Immutable. */
    public record Argument(
            String id, Text title, PropertyType type, Optional<String> unit, Optional<Range> range, boolean required) {
        public Argument {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(type, "type");
        }
    }
}
