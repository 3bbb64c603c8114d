package org.chengshu.core.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a route who may use it and what it leaves in the audit. Every controller method of the platform carries it; the
 * node does not start otherwise. It is checked before the body is read: 401 for nobody, 403 without the right.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
    /** Anybody, without signing in. */
    String PUBLIC = "public";

    /** Anybody who has signed in. */
    String SIGNED_IN = "signed-in";

    /** The route leaves no audit entry: it only reads, or records its own. */
    String NOT_AUDITED = "not-audited";

    /** A permission such as {@code alarm:acknowledge}, {@link #PUBLIC} or {@link #SIGNED_IN}. */
    String value();

    /** The audit event in the past tense, such as {@code alarm.acknowledged}, or {@link #NOT_AUDITED}. */
    String audit();

    /** Whether somebody whose password was set by another may use it before he changes it. */
    boolean beforePasswordChange() default false;
}
