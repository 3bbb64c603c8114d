package org.chengshu.core.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a public POST route that an {@code Idempotency-Key} has its meaning there also for whoever has not signed in:
 * whoever sends the same request again under the same key gets the answer of the first. A key is a secret of its sender,
 * who makes it up at random. The route limits how many requests it takes, since every answer is kept for a day.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnceForAnybody {}
