package org.chengshu.data.catalogue;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A sensitivity that a form may leave out: 0 then. */
final class SensitivityReader extends StdDeserializer<Integer> {
    SensitivityReader() {
        super(Integer.class);
    }

    @Override
    public Integer deserialize(JsonParser in, DeserializationContext context) {
        return in.getIntValue();
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return 0;
    }
}
