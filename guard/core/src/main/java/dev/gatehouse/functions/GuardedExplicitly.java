package dev.gatehouse.functions;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an HTTP function calls {@link dev.gatehouse.middleware.Guard} itself, so no override guards it. An answer of such a
 * function that did not ask the guard never leaves the worker: the caller gets 500.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface GuardedExplicitly {}
