package org.chengshu.sense.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chengshu.sense.Property;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.Range;
import org.chengshu.sense.Rejection;
import org.chengshu.sense.RejectionReason;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.chengshu.wire.WireFault;

/** Holds what a device says against its thing model: what fits is kept, the rest becomes rejections. Pure. */
public final class Sifter {
    private static final int SHORT = 80;

    private Sifter() {}

    /** Whether all of it can be taken as it is, which is so nearly always. */
    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the part below the second is what is asked
    static boolean fits(KnownDevice device, Observation seen) {
        for (int i = 0; i < seen.size(); i++) {
            int place = device.placeOf(seen.name(i));
            if (place < 0 || !fits(device.propertyAt(place), seen.value(i))) {
                return false;
            }
        }
        return seen.time().getNano() % 1_000 == 0;
    }

    private static boolean fits(Property property, Value value) {
        if (typeOf(value) != property.type()) {
            return false;
        }
        return !(value instanceof Value.Num(double number))
                || property.range().isEmpty()
                || property.range().get().holds(number);
    }

    /** The observation with the values that fit, if any; times are cut to the microseconds that are stored. */
    public static Optional<Observation> sift(
            KnownDevice device, Observation seen, String place, List<Rejection> rejections) {
        return sift(device, seen, Set.of(), place, rejections);
    }

    /** As above; derived properties are not for devices to report. */
    static Optional<Observation> sift(
            KnownDevice device, Observation seen, Set<String> derived, String place, List<Rejection> rejections) {
        SortedMap<String, Value> fit = new TreeMap<>();
        for (Map.Entry<String, Value> entry : seen.values().entrySet()) {
            Optional<Misfit> misfit = derived.contains(entry.getKey())
                    ? Optional.of(
                            new Misfit(RejectionReason.DERIVED, entry.getKey() + " is worked out by the platform"))
                    : misfit(device, entry.getKey(), entry.getValue());
            if (misfit.isEmpty()) {
                fit.put(entry.getKey(), entry.getValue());
            } else {
                rejections.add(new Rejection(
                        device.code(),
                        misfit.get().reason,
                        place + "." + entry.getKey(),
                        Optional.of(entry.getKey()),
                        Optional.of(seen.time()),
                        misfit.get().detail,
                        1));
            }
        }
        Instant time = seen.time().truncatedTo(ChronoUnit.MICROS);
        return fit.isEmpty() ? Optional.empty() : Optional.of(new Observation(time, fit));
    }

    /** The rejections that stand for what could not even be read. */
    public static List<Rejection> rejections(String device, List<WireFault> faults) {
        List<Rejection> rejections = new ArrayList<>(faults.size());
        for (WireFault fault : faults) {
            rejections.add(new Rejection(
                    device,
                    reason(fault.kind()),
                    fault.place(),
                    Optional.empty(),
                    Optional.empty(),
                    fault.detail(),
                    fault.lost()));
        }
        return rejections;
    }

    private static RejectionReason reason(WireFault.Kind kind) {
        return switch (kind) {
            case BAD_TIME, TIME_OUT_OF_RANGE -> RejectionReason.BAD_TIME;
            case BAD_DEVICE -> RejectionReason.UNKNOWN_DEVICE;
            default -> RejectionReason.MALFORMED;
        };
    }

    private static Optional<Misfit> misfit(KnownDevice device, String name, Value value) {
        SeriesRef series = device.series().get(name);
        if (series == null) {
            return Optional.of(new Misfit(
                    RejectionReason.UNKNOWN_PROPERTY, device.product().id() + " has no property " + name));
        }
        PropertyType type = series.property().type();
        if (typeOf(value) != type) {
            return Optional.of(new Misfit(
                    RejectionReason.WRONG_TYPE,
                    show(value) + " is " + typeOf(value).word() + ", not " + type.word()));
        }
        if (value instanceof Value.Num(double number)) {
            return series.property()
                    .range()
                    .filter(range -> !range.holds(number))
                    .map(range -> outOf(range, number));
        }
        return Optional.empty();
    }

    private static Misfit outOf(Range range, double number) {
        return new Misfit(
                RejectionReason.OUT_OF_RANGE, number + " is not within " + range.low() + " to " + range.high());
    }

    private static PropertyType typeOf(Value value) {
        return switch (value) {
            case Value.Num ignored -> PropertyType.NUMBER;
            case Value.Bool ignored -> PropertyType.BOOLEAN;
            case Value.Str ignored -> PropertyType.TEXT;
        };
    }

    private static String show(Value value) {
        return switch (value) {
            case Value.Num(double number) -> String.valueOf(number);
            case Value.Bool(boolean flag) -> String.valueOf(flag);
            case Value.Str(String text) -> text.length() > SHORT ? text.substring(0, SHORT) : text;
        };
    }

    private record Misfit(RejectionReason reason, String detail) {}
}
