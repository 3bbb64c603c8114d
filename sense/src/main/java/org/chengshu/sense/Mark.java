package org.chengshu.sense;

/**
 * By what a sender may send the same message again without its being taken twice: the packet of a session. It is stored in
 * the transaction of the readings.
 */
public record Mark(long session, int packet) {}
