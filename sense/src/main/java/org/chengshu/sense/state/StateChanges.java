package org.chengshu.sense.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.MemoryCodec;

/** What a batch changed: the devices that were heard, when, and what is remembered of each now. Immutable. */
record StateChanges(long heardMicros, Map<Integer, DeviceMemory> memories) {
    StateChanges {
        Objects.requireNonNull(memories, "memories");
    }

    static StateChanges at(Instant now, Map<Integer, DeviceMemory> memories) {
        return new StateChanges(Micros.of(now), memories);
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 64 * memories.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(heardMicros);
            out.writeInt(memories.size());
            for (Map.Entry<Integer, DeviceMemory> entry : memories.entrySet()) {
                byte[] memory = MemoryCodec.write(entry.getValue());
                out.writeInt(entry.getKey());
                out.writeInt(memory.length);
                out.write(memory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static StateChanges read(byte[] body) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            long heard = in.readLong();
            int count = in.readInt();
            Map<Integer, DeviceMemory> memories = new HashMap<>();
            for (int i = 0; i < count; i++) {
                int device = in.readInt();
                memories.put(device, MemoryCodec.read(in.readNBytes(in.readInt())));
            }
            return new StateChanges(heard, memories);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
