package org.chengshu.sense.doors;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Report;
import org.chengshu.sense.decoders.Decoder;
import org.chengshu.sense.decoders.Decoders;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.wire.GatewayBatch;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Parsed;
import org.chengshu.wire.Telemetry;
import org.chengshu.wire.WireFault;
import org.springframework.stereotype.Component;

/** Makes deliveries of the bytes that come through a door. */
@Component
public final class Deliveries {
    private static final int LONGEST_REASON = 200;
    private static final Set<WireFault.Kind> UNREADABLE = EnumSet.of(
            WireFault.Kind.NOT_JSON,
            WireFault.Kind.TOO_LARGE,
            WireFault.Kind.TOO_DEEP,
            WireFault.Kind.TOO_MANY_OBSERVATIONS,
            WireFault.Kind.NOT_AN_OBJECT,
            WireFault.Kind.BAD_ENCODING,
            WireFault.Kind.UNKNOWN_FRAME,
            WireFault.Kind.BAD_CHECKSUM);

    private final DeviceRegistry registry;
    private final Decoders decoders;
    private final Clock clock;

    Deliveries(DeviceRegistry registry, Decoders decoders, Clock clock) {
        this.registry = registry;
        this.decoders = decoders;
        this.clock = clock;
    }

    public Delivery ofDevice(Door door, String device, byte[] message) {
        return decoder(device)
                .map(decoder -> delivery(door, device, decoder, message))
                .orElseGet(() -> delivery(door, device, Telemetry::parse, message));
    }

    /** What a JetLinks device reports, unless its product has a decoder of its own. */
    Delivery ofProperties(Door door, String device, byte[] message) {
        return decoder(device)
                .map(decoder -> delivery(door, device, decoder, message))
                .orElseGet(() -> delivery(door, device, Telemetry::parse, Shapes.ofProperties(message)));
    }

    Delivery ofEvent(Door door, KnownDevice device, String event, byte[] message) {
        return delivery(door, device.code(), Telemetry::parse, Shapes.ofEvent(device, event, message));
    }

    private Optional<Decoder> decoder(String device) {
        return registry.find(device)
                .flatMap(known -> decoders.decoder(known.product().id()));
    }

    private Delivery delivery(Door door, String device, Decoder decoder, byte[] message) {
        Instant now = clock.instant();
        Parsed parsed = decoder.decode(message, now);
        return Delivery.of(door, now, new Report(device, parsed.observations(), parsed.faults()));
    }

    private static boolean isFaultless(Delivery delivery) {
        if (!delivery.strayFaults().isEmpty()) {
            return false;
        }
        for (Report report : delivery.reports()) {
            if (!report.faults().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing of the message was taken; the sender should hear of it at once. */
    static Optional<WireFault> unreadable(Delivery delivery) {
        if (isFaultless(delivery)) {
            return Optional.empty();
        }
        return Stream.concat(
                        delivery.strayFaults().stream(),
                        delivery.reports().stream().flatMap(report -> report.faults().stream()))
                .filter(fault -> UNREADABLE.contains(fault.kind()))
                .findFirst();
    }

    /** A device for which this gateway does not speak is to it as good as absent. */
    Delivery ofGateway(Door door, Predicate<KnownDevice> speaksFor, byte[] message) {
        Instant now = clock.instant();
        GatewayBatch.Parsed parsed = GatewayBatch.parse(message, now);
        List<Report> reports = new ArrayList<>();
        List<WireFault> strays = new ArrayList<>(parsed.faults());
        for (GatewayBatch.DeviceObservations part : parsed.devices()) {
            if (registry.find(part.device()).filter(speaksFor).isPresent()) {
                reports.add(new Report(part.device(), part.observations(), List.of()));
            } else {
                strays.add(stray(part));
            }
        }
        return new Delivery(door, now, reports, strays);
    }

    /** A message that no topic or path takes. */
    public Delivery refused(Door door, String device, String why) {
        WireFault fault = new WireFault(WireFault.Kind.UNEXPECTED_FIELD, "$", clean(why));
        return Delivery.of(door, clock.instant(), new Report(device, List.of(), List.of(fault)));
    }

    /** A topic may hold anything, and a rejection is kept in the database. */
    private static String clean(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > LONGEST_REASON ? plain.substring(0, LONGEST_REASON) : plain;
    }

    private static WireFault stray(GatewayBatch.DeviceObservations part) {
        int values = part.observations().stream()
                .map(Observation::values)
                .mapToInt(one -> one.size())
                .sum();
        return new WireFault(
                WireFault.Kind.BAD_DEVICE, "$." + part.device(), "there is no device " + part.device(), values);
    }
}
