package org.chengshu.sense.mqtt;

/** Why a connection is not read for the moment. */
enum Pause {
    ENTERING,
    /** The intake is busy, or the device sends more than it may. */
    INTAKE,
    /** Too much of it waits for the intake's commit. */
    WINDOW,
    /** Too much of it waits for other work. */
    WORK,
    SUBSCRIBING
}
