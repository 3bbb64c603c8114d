package org.chengshu.sense.state;

import java.nio.charset.StandardCharsets;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.MemoryJson;

/** How memories are kept as bytes. */
final class Memories {
    private Memories() {}

    static byte[] write(DeviceMemory memory) {
        return MemoryJson.write(memory).getBytes(StandardCharsets.UTF_8);
    }

    static DeviceMemory read(byte[] bytes) {
        return MemoryJson.read(new String(bytes, StandardCharsets.UTF_8));
    }
}
