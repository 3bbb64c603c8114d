package org.chengshu.sense.intake;

import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rules.Decision;

/** What judging an observation of a device asks for. */
record DeviceDecision(KnownDevice device, Decision decision) {}
