package org.chengshu.formula;

import dev.cel.runtime.CelVariableResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of one evaluation, all present and of the right type before it begins. */
final class Activation implements CelVariableResolver {
    private final List<Input> inputs;
    private final Object[] values;
    private final Map<String, Object> constants;

    Activation(List<Input> inputs, Map<String, ?> given, Map<String, Object> constants) {
        this.inputs = inputs;
        this.constants = constants;
        this.values = new Object[inputs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = inputs.get(i).read(given);
        }
    }

    @Override
    public Optional<Object> find(String name) {
        for (int i = 0; i < values.length; i++) {
            if (inputs.get(i).name().equals(name)) {
                return Optional.of(values[i]);
            }
        }
        return Optional.ofNullable(constants.get(name));
    }
}
