package org.chengshu.sense.absence;

/** A property of a device is absent by a rule. */
record Absence(int device, String rule) {}
