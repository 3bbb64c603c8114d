package org.chengshu.sense.intake;

import java.util.concurrent.CompletableFuture;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Receipt;

/** A delivery that waits for its commit. */
record Pending(Delivery delivery, int values, CompletableFuture<Receipt> receipt) {}
