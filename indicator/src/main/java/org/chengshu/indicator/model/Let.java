package org.chengshu.indicator.model;

/** A named step between the inputs and the value. */
public record Let(String name, String formula) {}
