/**
 * The annotation processor that guards every HTTP function of an app. It writes, into the app's own classes, a subclass beside
 * each class with HTTP functions, the list of all functions, and the injector that hands out the subclasses.
 */
@NullMarked
package dev.gatehouse.processor;

import org.jspecify.annotations.NullMarked;
