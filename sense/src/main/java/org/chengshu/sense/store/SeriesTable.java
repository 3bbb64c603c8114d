package org.chengshu.sense.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/** The states of series by number; looked up for every reading, so by place in pages. Safe for many threads. */
final class SeriesTable {
    private static final int BITS = 12;
    private static final int PAGE = 1 << BITS;

    private volatile AtomicReferenceArray<AtomicReferenceArray<SeriesState>> pages = new AtomicReferenceArray<>(64);

    Optional<SeriesState> find(int series) {
        return Optional.ofNullable(at(series));
    }

    boolean holds(int series) {
        return at(series) != null;
    }

    SeriesState get(int series) {
        SeriesState state = at(series);
        return state == null ? add(new SeriesState(series)) : state;
    }

    private SeriesState at(int series) {
        AtomicReferenceArray<AtomicReferenceArray<SeriesState>> all = pages;
        int number = series >>> BITS;
        AtomicReferenceArray<SeriesState> page = number < all.length() ? all.get(number) : null;
        return page == null ? null : page.get(series & PAGE - 1);
    }

    /** The state that stands: this one, or the one that was there before. */
    synchronized SeriesState add(SeriesState state) {
        int number = state.series() >>> BITS;
        if (number >= pages.length()) {
            AtomicReferenceArray<AtomicReferenceArray<SeriesState>> more =
                    new AtomicReferenceArray<>(Math.max(number + 1, pages.length() * 2));
            for (int i = 0; i < pages.length(); i++) {
                more.set(i, pages.get(i));
            }
            pages = more;
        }
        AtomicReferenceArray<SeriesState> page = pages.get(number);
        if (page == null) {
            page = new AtomicReferenceArray<>(PAGE);
            pages.set(number, page);
        }
        int place = state.series() & PAGE - 1;
        return page.compareAndSet(place, null, state) ? state : page.get(place);
    }

    void each(Consumer<SeriesState> taker) {
        AtomicReferenceArray<AtomicReferenceArray<SeriesState>> all = pages;
        for (int number = 0; number < all.length(); number++) {
            AtomicReferenceArray<SeriesState> page = all.get(number);
            for (int place = 0; page != null && place < PAGE; place++) {
                SeriesState state = page.get(place);
                if (state != null) {
                    taker.accept(state);
                }
            }
        }
    }
}
