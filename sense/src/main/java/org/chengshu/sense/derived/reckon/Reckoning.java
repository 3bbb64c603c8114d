package org.chengshu.sense.derived.reckon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Micros;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/**
 * Works a derived series out from stored readings alone: what it has to be at each time of a stretch, in whatever order the
 * readings came. Own readings begin as far before the stretch as the longest window, those of others as far as their
 * longest age. Pure; for one stretch.
 */
public final class Reckoning {
    private final Derivation derivation;
    private final Map<String, Columns> own;
    private final Map<String, List<Columns>> others;
    private final Map<Window, Past> pasts = new HashMap<>();
    private final Map<Window, Integer> places = new HashMap<>();

    /** @param others by the name of the input, in the order of the devices' numbers */
    public Reckoning(Derivation derivation, Map<String, Columns> own, Map<String, List<Columns>> others) {
        this.derivation = derivation;
        this.own = own;
        this.others = others;
    }

    /** The values at the times of [low, high], by epoch microseconds. */
    public SortedMap<Long, Double> of(long low, long high) {
        TreeSet<Long> times = new TreeSet<>();
        derivation.sources().forEach(source -> {
            Columns points = own.getOrDefault(source, new Columns(0));
            for (int at = points.lowerBound(low); at < points.size() && points.micros(at) <= high; at++) {
                times.add(points.micros(at));
            }
        });
        SortedMap<Long, Double> values = new TreeMap<>();
        for (long time : times) {
            derivation
                    .of(seen(time), window -> window.of(within(window, time)), other -> asOf(other, time))
                    .ifPresent(number -> values.put(time, number));
        }
        return values;
    }

    private Observation seen(long time) {
        Map<String, Value> values = new TreeMap<>();
        derivation.sources().forEach(source -> {
            Columns points = own.getOrDefault(source, new Columns(0));
            int at = points.lowerBound(time);
            if (at < points.size() && points.micros(at) == time) {
                values.put(source, points.value(at));
            }
        });
        return Observation.of(Micros.instant(time), values);
    }

    /** Moves on with the times, which are asked for in order. */
    private NavigableMap<Long, Double> within(Window window, long time) {
        Columns points = own.getOrDefault(window.property(), new Columns(0));
        Past past = pasts.computeIfAbsent(window, one -> new Past());
        int at = places.getOrDefault(window, 0);
        for (; at < points.size() && points.micros(at) <= time; at++) {
            if (points.kind(at) == Columns.NUMBER) {
                past.put(points.micros(at), points.number(at), window.micros());
            }
        }
        places.put(window, at);
        return past.within(time, window.micros());
    }

    private OptionalDouble asOf(OtherInput other, long time) {
        List<Double> values = new ArrayList<>();
        for (Columns points : others.getOrDefault(other.name(), List.of())) {
            int at = points.lowerBound(time + 1) - 1;
            if (at >= 0 && points.micros(at) > time - other.micros() && points.kind(at) == Columns.NUMBER) {
                values.add(points.number(at));
            }
        }
        return other.of(values);
    }
}
