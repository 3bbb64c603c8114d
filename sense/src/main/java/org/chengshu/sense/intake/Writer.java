package org.chengshu.sense.intake;

import java.util.List;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Receipt;

/** Writes deliveries for good; called by several lanes at a time. */
interface Writer {
    /** The receipts in the order of the deliveries; when it throws nothing has happened. */
    List<Receipt> write(int lane, List<Delivery> deliveries) throws InterruptedException;

    /** Notes that the database refused a delivery, so that its sender need not offer it for ever. */
    Receipt refuse(int lane, Delivery delivery, String why);
}
