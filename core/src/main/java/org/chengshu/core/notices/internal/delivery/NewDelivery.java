package org.chengshu.core.notices.internal.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.notices.Channel;

/**
 * Something to be delivered.
 *
 * @param target what repeats are folded by: the account, webhook or address
 * @param shown whom it is for, so far as everybody in the office may see it
 */
public record NewDelivery(
        Channel channel,
        Optional<UUID> account,
        Optional<String> webhook,
        Optional<String> address,
        String target,
        String shown,
        Instant notBefore) {}
