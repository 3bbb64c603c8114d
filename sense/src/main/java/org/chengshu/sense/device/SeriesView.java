package org.chengshu.sense.device;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The series of one device by property, without a map for each device: numbers in the order of the thing model. */
final class SeriesView extends AbstractMap<String, SeriesRef> {
    static final int NONE = 0;

    private final DeviceModel model;
    private final int[] ids;

    SeriesView(DeviceModel model, int[] ids) {
        this.model = model;
        this.ids = ids;
    }

    @Override
    public SeriesRef get(Object property) {
        int place = model.place(property);
        return place < 0 || ids[place] == NONE ? null : new SeriesRef(ids[place], model.property(place));
    }

    @Override
    public boolean containsKey(Object property) {
        int place = model.place(property);
        return place >= 0 && ids[place] != NONE;
    }

    @Override
    public Set<Map.Entry<String, SeriesRef>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, SeriesRef>> iterator() {
                return there().mapToObj(SeriesView.this::entry).iterator();
            }

            @Override
            public int size() {
                return (int) there().count();
            }
        };
    }

    private Map.Entry<String, SeriesRef> entry(int place) {
        SeriesRef series = new SeriesRef(ids[place], model.property(place));
        return Map.entry(series.property().id(), series);
    }

    private IntStream there() {
        return IntStream.range(0, ids.length).filter(place -> ids[place] != NONE);
    }
}
