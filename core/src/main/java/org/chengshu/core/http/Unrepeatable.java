package org.chengshu.core.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a POST route that an {@code Idempotency-Key} means nothing to it: what it writes when it refuses (a failed
 * attempt that has to be counted) must stay written, so it cannot run inside one transaction with its answer.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unrepeatable {}
