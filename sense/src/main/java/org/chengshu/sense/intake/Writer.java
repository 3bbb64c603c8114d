package org.chengshu.sense.intake;

import java.util.List;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Receipt;

/** Writes deliveries for good. */
interface Writer {
    /** The receipts in the order of the deliveries; when it throws nothing has happened. */
    List<Receipt> write(List<Delivery> deliveries);

    /** Notes that the database refused a delivery, so that its sender need not offer it for ever. */
    Receipt refuse(Delivery delivery, String why);
}
