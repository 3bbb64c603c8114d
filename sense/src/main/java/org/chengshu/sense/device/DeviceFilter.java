package org.chengshu.sense.device;

import java.util.Optional;
import org.chengshu.sense.DeviceStatus;

/** What a list of devices is narrowed to. */
record DeviceFilter(
        Optional<String> product, Optional<String> area, Optional<String> words, Optional<DeviceStatus> status) {}
