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

    /** What limits the things that the route shows or changes; the permission says it when the route does not. */
    Reach reach() default Reach.BY_PERMISSION;

    /** Why a route that lists or names things is not limited; needed with {@link Reach#NONE}. */
    String why() default "";

    /** What limits a route. A test tries each limited one with things of one's own and of others. */
    enum Reach {
        /** As far as its permission: over the city, by area, or by area and organisation. */
        BY_PERMISSION,
        /** Things in the areas where the viewer holds the right. */
        AREA,
        /** Things in the areas and of the organisations where the viewer holds the right. */
        ORGANISATION,
        /** The viewer's own things. */
        OWN,
        /** Only for whoever holds the right over the whole city. */
        CITY,
        /** Not limited, for the reason told. */
        NONE
    }

    /** Whether somebody whose password was set by another may use it before he changes it. */
    boolean beforePasswordChange() default false;
}
