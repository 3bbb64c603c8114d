package org.chengshu.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the messages of a gateway, which speaks for many devices. Two shapes are read: an array of
 * {@code {"device":"code","ts":1700000000000,"values":{...}}}, and the one that ThingsBoard gateways send, an object with
 * a field for each device: {@code {"code":[{"ts":1700000000000,"values":{...}}]}}. Limits and faults are those of
 * {@link Telemetry}, for the whole message. Never throws, whatever the bytes. Safe for many threads.
 */
public final class GatewayBatch {
    private GatewayBatch() {}

    /** The devices in the order in which they first appear, each with its observations in the order of the message. */
    public record Parsed(List<DeviceObservations> devices, List<WireFault> faults) {
        public Parsed {
            devices = List.copyOf(devices);
            faults = List.copyOf(faults);
        }
    }

    /** What a gateway saw through one device; at least one observation. */
    public record DeviceObservations(String device, List<Observation> observations) {
        public DeviceObservations {
            observations = List.copyOf(observations);
        }
    }

    /** Reads a message that arrived at {@code received}. */
    public static Parsed parse(byte[] json, Instant received) {
        Faults faults = new Faults();
        Map<String, List<Observation>> byDevice = new LinkedHashMap<>();
        Json.read(json, faults, parser -> new MessageReader(
                        parser, received, faults, (device, observation) -> byDevice.computeIfAbsent(
                                        device, code -> new ArrayList<>())
                                .add(observation))
                .readGateway());
        if (faults.isFatal()) {
            return new Parsed(List.of(), faults.list());
        }
        List<DeviceObservations> devices = new ArrayList<>(byDevice.size());
        byDevice.forEach((device, observations) -> devices.add(new DeviceObservations(device, observations)));
        return new Parsed(devices, faults.list());
    }
}
