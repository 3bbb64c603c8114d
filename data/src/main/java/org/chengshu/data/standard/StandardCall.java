package org.chengshu.data.standard;

import java.util.Map;
import java.util.TreeMap;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;

/** {@code name:option=value,option=value}, taken apart. */
record StandardCall(String text, String name, Map<String, String> options) {
    private static final int LONGEST = 500;

    StandardCall {
        options = Map.copyOf(options);
    }

    static StandardCall parse(String call) {
        if (call.length() > LONGEST) {
            throw new Fault(DataError.STANDARD_OPTION_FAULTY, "a call has at most " + LONGEST + " characters");
        }
        int colon = call.indexOf(':');
        if (colon < 0) {
            return new StandardCall(call, call.strip(), Map.of());
        }
        Map<String, String> options = new TreeMap<>();
        for (String pair : call.substring(colon + 1).split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new Fault(
                        DataError.STANDARD_OPTION_FAULTY,
                        "in " + call + ": write option=value, not '" + pair.strip() + "'");
            }
            options.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return new StandardCall(call, call.substring(0, colon).strip(), options);
    }
}
