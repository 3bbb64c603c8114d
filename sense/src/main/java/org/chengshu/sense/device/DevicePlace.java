package org.chengshu.sense.device;

import java.util.Optional;

/** Where in the tree of areas a device stands; shared by all that stand there. */
record DevicePlace(Optional<String> area, String path) {}
