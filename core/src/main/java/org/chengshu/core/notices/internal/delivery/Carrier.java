package org.chengshu.core.notices.internal.delivery;

import java.util.List;
import java.util.function.BiConsumer;
import org.chengshu.core.notices.Channel;

/** Brings parcels of one channel out of the house, and tells of each what became of it as soon as that is known. */
public interface Carrier {
    Channel channel();

    /** Until it is, parcels wait and no attempt is counted. */
    boolean ready();

    void carry(List<Parcel> parcels, BiConsumer<Parcel, Outcome> told);
}
